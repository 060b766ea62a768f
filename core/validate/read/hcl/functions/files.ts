/** Functions that read files of the source; no other file is read. */

import { folderOf, nameOf, normalizedPath, type SourceFiles } from '../../source/files.ts';
import { Failure } from '../budget.ts';
import type { Arguments, CallFunction } from '../evaluation.ts';
import { parseTemplate } from '../parser.ts';
import type { SourceTexts } from '../source-text.ts';
import type { Expression } from '../syntax.ts';
import { isMap, Unknown, type Value } from '../values.ts';
import { shallow, textAt } from './kit.ts';

export function fileFunctions(
  files: SourceFiles,
  root: string,
  texts: SourceTexts,
): ReadonlyMap<string, CallFunction> {
  const templates = new Map<string, Expression>();
  const pathOf = (path: string) => normalizedPath(`${root}/${path}`);
  const textOf = (path: string) => {
    const plain = pathOf(path);
    return plain === undefined ? undefined : files.use(plain, 'content');
  };

  /** Its syntax tree; parsed once, however often a loop fills it. */
  function template(path: string, at: number): Expression | undefined {
    const plain = pathOf(path) ?? '';
    const text = files.use(plain, 'content');
    const known = templates.get(plain);
    if (known || text === undefined) return known;
    const parsed = parseTemplate(text, texts.add(plain, text));
    if (!('kind' in parsed)) throw new Failure(`${plain} is not a template: ${parsed.message}`, at);
    templates.set(plain, parsed);
    return parsed;
  }

  function templatefile(args: Arguments): Value {
    const { evaluator, call, scope } = args;
    const values = evaluator.argumentsOf(args);
    if (values instanceof Unknown) return evaluator.unknownCall(args, [values]);
    const [path = null, variables = null] = values;
    const read = typeof path === 'string' ? template(path, call.at) : undefined;
    if (!read || !isMap(variables)) return evaluator.unknownCall(args, values);
    return evaluator.evaluate(read, { ...scope, lookup: (name) => variables.get(name) });
  }

  return new Map<string, CallFunction>([
    [
      'file',
      shallow((values, { at, evaluator, unknown }) => {
        const text = textOf(textAt(values, 0, at));
        evaluator.budget.characters(text?.length ?? 0, at);
        return text ?? unknown();
      }),
    ],
    ['templatefile', templatefile],
    // A file that was not given may still be there.
    [
      'fileexists',
      shallow((values, { at, unknown }) =>
        textOf(textAt(values, 0, at)) === undefined ? unknown() : true,
      ),
    ],
    ['dirname', shallow((values, { at }) => folderOf(textAt(values, 0, at)))],
    ['basename', shallow((values, { at }) => nameOf(textAt(values, 0, at)))],
    ['abspath', shallow((values, { at }) => textAt(values, 0, at))],
    ['pathexpand', shallow((values, { at }) => textAt(values, 0, at))],
  ]);
}
