/** Blocks of a text in brackets, such as a rule in JSON, Bicep or Terraform. */

/** 1-based, both ends included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** A longer block is no rule. */
const longest = 60;
const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/** Brackets that the line opens beyond those it closes; negative where it closes more. */
function opened(line: string): number {
  const text = line.replace(quoted, '');
  return (text.match(/[{[(]/g) ?? []).length - (text.match(/[}\])]/g) ?? []).length;
}

/** The line, with the block that it opens. */
export function blockAt(lines: readonly string[], line: number): Lines {
  const alone = { first: line, last: line };
  let depth = 0;
  for (let last = line; last <= lines.length && last - line < longest; last += 1) {
    depth += opened(lines[last - 1] ?? '');
    if (depth <= 0) return { first: line, last };
  }
  return alone;
}

/** The rule around a line: the innermost block, or that around it for the properties of a rule. */
export function ruleAround(lines: readonly string[], line: number): Lines {
  // A rule on one line is a block of its own.
  if (/^\s*\{.*\}/.test(lines[line - 1] ?? '')) return { first: line, last: line };
  let depth = 0;
  for (let first = line; first >= 1 && line - first < longest; first -= 1) {
    const text = lines[first - 1] ?? '';
    const own = opened(text);
    if (first === line && own < 0) continue;
    depth += own;
    if (depth > 0) {
      if (!/^\s*"?properties"?\s*[:=]/.test(text)) return blockAt(lines, first);
      depth = 0;
    }
  }
  return { first: line, last: line };
}
