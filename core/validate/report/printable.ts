/** Text of an input made safe for a terminal or the log of a pipeline. */

/**
 * One line without control characters, which could move the cursor or write a command for the pipeline on a line of its
 * own; `##vso[` and `##[`, which Azure Pipelines obeys anywhere in a line, lose their meaning.
 */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, (letter) =>
      letter === '\t' ? ' ' : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/##(?=\[|vso\[)/gi, '# #');
}
