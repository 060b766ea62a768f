/** Blocks of a text in brackets, such as a rule in JSON, Bicep or Terraform. */

/** 1-based, both ends included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

interface Block extends Lines {
  /** Of its brackets in the text. */
  readonly start: number;
  readonly end: number;
  readonly isObject: boolean;
  /** What is before its bracket in the line. */
  readonly key: string;
  readonly parentKey: string;
}

/** A longer block is not selected as a whole, in lines. */
const longest = 60;
/** Of what is before a bracket, in characters. */
const longestKey = 80;
/** Comments, and strings, which may lack their end. No part can match in two ways, so that this takes linear time. */
const skipped =
  /'''[\s\S]*?(?:'''|$)|"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?|\/\*[\s\S]*?(?:\*\/|$)|(?:\/\/|#).*/g;

/** In the order in which they open; one that does not close is left out. */
function blocksOf(text: string): readonly Block[] {
  const code = text.replace(skipped, (part) => part.replace(/[^\n]/g, ' '));
  const blocks: { -readonly [Key in keyof Block]: Block[Key] }[] = [];
  const open: typeof blocks = [];
  let line = 1;
  let lineStart = 0;
  for (const { 0: sign, index: start } of code.matchAll(/[{}[\]()\n]/g)) {
    if (sign === '\n') {
      line += 1;
      lineStart = start + 1;
    } else if ('{[('.includes(sign)) {
      const key = text.slice(Math.max(lineStart, start - longestKey), start);
      const parentKey = open.at(-1)?.key ?? '';
      const isObject = sign === '{';
      const block = { first: line, last: 0, start, end: 0, isObject, key, parentKey };
      blocks.push(block);
      open.push(block);
    } else {
      const block = open.pop();
      if (block) Object.assign(block, { last: line, end: start });
    }
  }
  return blocks.filter(({ last }) => last > 0);
}

/** The line, with the block that it opens. */
export function blockAt(text: string, line: number): Lines {
  const ends = blocksOf(text).flatMap(({ first, last }) => (first === line ? [last] : []));
  const last = ends.reduce((furthest, end) => Math.max(furthest, end), line);
  return { first: line, last: last - line < longest ? last : line };
}

const isProperties = ({ key }: Block) => /\bproperties["']?\s*[:=]\s*$/.test(key);
const isGroupOfMachines = ({ parentKey }: Block) =>
  /application_?security_?groups/i.test(parentKey);

/** The rule around a line: the innermost object, beyond the properties of a rule; the line alone outside of rules. */
export function ruleAround(text: string, line: number): Lines {
  const objects = blocksOf(text).filter((block) => block.isObject && !isProperties(block));
  const rule = objects.findLast(
    ({ first, last, key }) => first <= line && line <= last && (first < last || key.trim() === ''),
  );
  const isRule =
    rule &&
    !objects.some(
      (block) => rule.start < block.start && block.start < rule.end && !isGroupOfMachines(block),
    );
  return isRule ? { first: rule.first, last: rule.last } : { first: line, last: line };
}
