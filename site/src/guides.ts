/** The list of guides, read from the pages themselves: each file in `pages/guides` exports its order and title. */

export interface Guide {
  readonly title: string;
  readonly path: string;
}

const declaration = /^export const guide = \{ order: (\d+), title: '([^']+)' \};$/m;

/** The guides in their order. `sources` are the texts of the pages by path; throws for a page that declares no guide. */
export function guidesIn(sources: Readonly<Record<string, string>>): readonly Guide[] {
  return Object.entries(sources)
    .map(([path, source]) => {
      const [, order, title] = declaration.exec(source) ?? [];
      const name = /([^/]+)\.astro$/.exec(path)?.[1];
      if (!order || !title || !name) {
        throw new Error(
          `${path} lacks the line: export const guide = { order: <whole number>, title: '<title>' };`,
        );
      }
      return { order: Number(order), title, path: `/guides/${name}/` };
    })
    .sort((a, b) => a.order - b.order)
    .map(({ title, path }) => ({ title, path }));
}
