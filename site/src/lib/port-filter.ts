/** Which rows of the port tables a reader asked for. */

/** What a row is filtered by; lists are words with spaces between. */
export interface FilteredRow {
  readonly tier: string;
  readonly mode: string;
  readonly platform: string;
  readonly direction: string;
  readonly necessity: string;
  readonly edition: string;
  /** Ports and ranges. */
  readonly ports: string;
  /** What stands in the row. */
  readonly text: string;
}

const choices = ['tier', 'mode', 'platform', 'direction', 'necessity', 'edition'] as const;

/** A range has the ports within it; `*` has none, or each search for a port would find it. */
function hasPort(ports: string, wanted: number): boolean {
  return ports.split(' ').some((port) => {
    const [first = Number.NaN, last = first] = port.split('-').map(Number);
    return first <= wanted && wanted <= last;
  });
}

/** Whether the row has what the parameters of the page's address ask for; an empty one asks for nothing. */
export function isWanted(row: FilteredRow, wanted: URLSearchParams): boolean {
  const words = (wanted.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const text = row.text.toLowerCase();
  return (
    choices.every((name) => {
      const choice = wanted.get(name);
      return !choice || row[name].split(' ').includes(choice);
    }) &&
    words.every((word) =>
      /^\d+$/.test(word) ? hasPort(row.ports, Number(word)) : text.includes(word),
    )
  );
}
