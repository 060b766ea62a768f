/** Reads a flows file: YAML to flows with their lines, or all that is wrong with it, line by line. */

import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { echo, InputError, InputErrors } from '../../input-error.ts';
import { nearestOf } from '../../nearest.ts';
import type { SourceLocation, SourceProblem } from '../read/source/location.ts';
import { type FlowsFile, flowsFileShape, toOwnFlow } from './flows-shape.ts';
import type { OwnFlowInput } from './own-flow.ts';
import { readOwnFlows } from './read-own-flow.ts';

export interface ReadFlowsFile {
  readonly flows: readonly OwnFlowInput[];
  /** An error about one of the flows, with the file and the line. */
  readonly withLine: (error: InputError) => FlowsFileError;
}

/** A flows file that cannot be used. The message has a line for each mistake. */
export class FlowsFileError extends Error {
  override readonly name = 'FlowsFileError';
  /** One for each mistake: file, line, column and what is accepted. */
  readonly messages: readonly string[];
  /** The same with their locations; empty where the file as a whole cannot be read. */
  readonly problems: readonly SourceProblem[];

  constructor(mistakes: string | readonly SourceProblem[]) {
    const messages = typeof mistakes === 'string' ? [mistakes] : mistakes.map(inOneLine);
    super(messages.join('\n'));
    this.messages = messages;
    this.problems = typeof mistakes === 'string' ? [] : mistakes;
  }
}

const inOneLine = ({ file, line, column, message }: SourceProblem) =>
  `${file}:${line}:${column}: ${message}`;

/** Aliases of YAML can make a small text huge. */
const mostAliases = 100;
const longestText = 1_000_000;

/** Throws FlowsFileError. `file` is the name of the file for the reader. */
export function readFlowsFile(text: string, file: string): ReadFlowsFile {
  if (text.length > longestText) {
    throw new FlowsFileError(
      `${file}: the file is too large: given ${text.length} characters; accepted: at most ${longestText}`,
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [syntax] = document.errors;
  if (syntax) {
    const { line, col: column } = lines.linePos(syntax.pos[0]);
    throw new FlowsFileError([{ file, line, column, message: syntax.message }]);
  }
  /** Where a value is, or the nearest one around it that is written. */
  const locationOf = (path: readonly (string | number)[]): SourceLocation => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const { line, col: column } = lines.linePos(node.range[0]);
      return { file, line, column };
    }
    return { file, line: 1, column: 1 };
  };
  const problemAt = (path: readonly (string | number)[], message: string) => ({
    ...locationOf(path),
    message,
  });
  const value = plainValue(() => document.toJS({ maxAliasCount: mostAliases }), file) ?? {};
  const read = flowsFileShape.safeParse(value);
  if (!read.success) {
    const mistakes = read.error.issues.flatMap((issue) => mistakesIn(issue, value));
    throw new FlowsFileError(mistakes.map(({ path, message }) => problemAt(path, message)));
  }
  const written = (path: readonly (string | number)[]) => asWritten(path, value);
  const withLine = (error: InputError) =>
    new FlowsFileError(
      (error instanceof InputErrors ? error.all : [error]).map(({ path, message }) =>
        problemAt(written(path), message),
      ),
    );
  const flows = read.data.flows.map((flow, index) => ({
    ...toOwnFlow(flow),
    sourceLocation: locationOf(['flows', index]),
  }));
  try {
    readOwnFlows(flows);
  } catch (error) {
    throw error instanceof InputError ? withLine(error) : error;
  }
  return { flows, withLine };
}

/** A text with too many aliases, or with one of nothing, has no value. */
function plainValue(compute: () => unknown, file: string): unknown {
  try {
    return compute();
  } catch (error) {
    throw error instanceof ReferenceError ? new FlowsFileError(`${file}: ${error.message}`) : error;
  }
}

/** Without the index of a packet set that is written without a list. */
function asWritten(
  [flows = 'flows', index = 0, key, set, ...rest]: readonly (string | number)[],
  value: unknown,
): readonly (string | number)[] {
  if (key === undefined || set === undefined)
    return [flows, index, ...(key === undefined ? [] : [key])];
  const flow = (value as FlowsFile).flows[Number(index)] as Record<string, unknown> | undefined;
  return [flows, index, key, ...(Array.isArray(flow?.[key]) ? [set] : []), ...rest];
}

interface Mistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const keysAt: readonly (readonly string[])[] = [
  ['flows'],
  [],
  ['name', 'allow', 'deny', 'only', 'of', 'reason', 'owner'],
];
const keysOfSet = ['from', 'to', 'ports', 'protocol'];

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a whole number',
  array: 'a list',
  object: 'keys with values',
};

/** What zod says, in the words of all other refusals. */
function mistakesIn(
  { path: at, ...issue }: z.core.$ZodIssue,
  value: unknown,
  before: readonly (string | number)[] = [],
): readonly Mistake[] {
  const path = [...before, ...(at as readonly (string | number)[])];
  const given = valueAt(path, value);
  const refusal = (accepted: string): Mistake[] => [
    {
      path,
      message:
        given === undefined
          ? `${path.at(-1)} is missing; accepted: ${accepted}`
          : `${path.join('.') || 'the file'} has another kind of value: given ${echo(given)}; accepted: ${accepted}`,
    },
  ];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const accepted = keysAt[path.length] ?? keysOfSet;
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `there is no such key: given ${echo(key)}; accepted: ${accepted.join(', ')}${hint(nearestOf(key, accepted))}`,
      }));
    }
    case 'invalid_union': {
      // Each is one value or a list of them.
      const meant = issue.errors[Array.isArray(given) ? 1 : 0] ?? [];
      if (meant.some((one) => one.path.length > 0 || one.code !== 'invalid_type')) {
        return meant.flatMap((one) => mistakesIn(one, value, path));
      }
      return refusal(
        ['allow', 'deny', 'only', 'of'].includes(String(path.at(-1)))
          ? 'from or to, ports, protocol'
          : 'a text or a list of texts',
      );
    }
    case 'invalid_type':
      return refusal(
        path.length === 0
          ? 'the key flows with a list below it'
          : (kinds[issue.expected] ?? issue.expected),
      );
    default:
      return [{ path, message: `${path.join('.')}: ${issue.message}: given ${echo(given)}` }];
  }
}

const hint = ([nearest]: readonly string[]) =>
  nearest === undefined ? '' : `; nearest: ${nearest}`;

const valueAt = (path: readonly (string | number)[], value: unknown): unknown =>
  path.reduce<unknown>(
    (at, key) => (at as Record<string | number, unknown> | undefined)?.[key],
    value,
  );
