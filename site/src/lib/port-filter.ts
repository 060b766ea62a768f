/** The filter of the port tables. */

/** The properties that a row is filtered by; lists are separated by spaces. */
export interface FilteredRow {
  readonly tier: string;
  readonly mode: string;
  readonly platform: string;
  readonly direction: string;
  readonly necessity: string;
  readonly edition: string;
  /** Ports and ranges. */
  readonly ports: string;
  /** The whole text of the row. */
  readonly text: string;
}

const choices = ['tier', 'mode', 'platform', 'direction', 'necessity', 'edition'] as const;

/** A range contains its ports. `*` contains none, or every search for a port would match. */
function hasPort(ports: string, port: number): boolean {
  return ports.split(' ').some((range) => {
    const [first = Number.NaN, last = first] = range.split('-').map(Number);
    return first <= port && port <= last;
  });
}

/** Whether the row matches the parameters of the page's address; an empty parameter matches all rows. */
export function matchesFilter(row: FilteredRow, filter: URLSearchParams): boolean {
  const terms = (filter.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const text = row.text.toLowerCase();
  return (
    choices.every((name) => {
      const choice = filter.get(name);
      return !choice || row[name].split(' ').includes(choice);
    }) &&
    terms.every((term) =>
      /^\d+$/.test(term) ? hasPort(row.ports, Number(term)) : text.includes(term),
    )
  );
}
