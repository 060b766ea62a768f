/** The pages before and after a page of a list. */

interface PageLink {
  readonly link: string;
  readonly label: string;
}

export interface Neighbours {
  /** False where there is none, as Starlight has it. */
  readonly prev: PageLink | false;
  readonly next: PageLink | false;
}

/** Each page with its neighbours in the list. */
export function withNeighbours<T extends PageLink>(
  pages: readonly T[],
): readonly (T & Neighbours)[] {
  const linkAt = (index: number) => {
    const page = pages[index];
    return page ? { link: page.link, label: page.label } : false;
  };
  return pages.map((page, index) => ({
    ...page,
    prev: linkAt(index - 1),
    next: linkAt(index + 1),
  }));
}
