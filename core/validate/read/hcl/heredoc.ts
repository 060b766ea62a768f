/** Heredocs that begin with `<<-`: the indentation that all lines share is not part of the text. */

import type { Expression, Literal } from './syntax.ts';

const isText = (part: Expression | undefined): part is Literal & { value: string } =>
  part?.kind === 'literal' && typeof part.value === 'string';

const indentation = (line: string) => /^[ \t]*/.exec(line)?.[0].length ?? 0;

/** Every text of a heredoc is a line or a part of one; those behind a newline begin a line. */
export function withoutIndentation(parts: readonly Expression[]): Expression[] {
  const beginsLine = (index: number) => {
    const before = parts[index - 1];
    return index === 0 || (isText(before) && before.value.endsWith('\n'));
  };
  const indentations = parts.flatMap((part, index) => {
    if (!beginsLine(index)) return [];
    if (!isText(part)) return [0];
    const isBlank = part.value.trim() === '' && part.value.endsWith('\n');
    return isBlank ? [] : [indentation(part.value)];
  });
  const shared = indentations.length === 0 ? 0 : Math.min(...indentations);
  return parts.map((part, index) => {
    if (!isText(part) || !beginsLine(index)) return part;
    return { ...part, value: part.value.slice(Math.min(shared, indentation(part.value))) };
  });
}
