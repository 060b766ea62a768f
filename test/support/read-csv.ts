/** Reads CSV as RFC 4180 defines it. */

/** Cells of each line; anything that RFC 4180 does not allow throws. */
export function readCells(csv: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const rest = csv.slice(at);
    const cell = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (!cell) throw new Error(`no cell at ${at}: ${rest.slice(0, 60)}`);
    line.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '');
    at += cell[0].length;
    if (cell[3] === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
