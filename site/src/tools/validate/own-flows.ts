/** The flows file of a repository in the tool: read when there is one, its mistakes with their lines. */

import { InputError } from '../../../../core/input-error.ts';
import type { InputOptions } from '../../../../core/validate/input-options.ts';
import type {
  FlowsFileError,
  ReadFlowsFile,
} from '../../../../core/validate/own-flows/flows-file.ts';
import { flowsFileName } from '../../../../core/validate/own-flows/own-flow.ts';
import { Excerpts } from './excerpt.ts';
import { RefusedSource } from './refused-source.ts';
import type { Texts } from './texts.ts';

/** The field precedes a file, which then counts as not used. */
export function flowsAndTexts(field: string, texts: Texts) {
  const file = texts.ownFlows;
  if (field.trim() === '') return { ownFlows: file?.text ?? '', texts };
  if (!file || file.text.trim() === '') return { ownFlows: field, texts };
  return { ownFlows: field, texts: { ...texts, ignored: [...texts.ignored, file.path] } };
}

/** `judge` gets the flows in the text, none for an empty one. Throws RefusedSource for mistakes in the text. */
export async function withOwnFlows<T>(
  text: string,
  judge: (flows: InputOptions['flows']) => Promise<T>,
): Promise<T> {
  if (text.trim() === '') return judge([]);
  // The reader of YAML is loaded with the first text.
  const { FlowsFileError, readFlowsFile } = await import(
    '../../../../core/validate/own-flows/flows-file.ts'
  );
  let read: ReadFlowsFile | undefined;
  try {
    read = readFlowsFile(text, flowsFileName);
    return await judge(read.flows);
  } catch (error) {
    if (error instanceof FlowsFileError) throw refused(error, text);
    const isOfFlows = error instanceof InputError && error.path[0] === 'flows';
    throw read && isOfFlows ? refused(read.withLine(error), text) : error;
  }
}

function refused({ message, problems }: FlowsFileError, text: string): RefusedSource {
  const excerpts = new Excerpts([{ path: flowsFileName, text }]);
  const reason = problems.length === 0 ? message : 'the file of your own flows has mistakes';
  return new RefusedSource(
    reason,
    { path: ['flows'] },
    { excerpt: undefined, missingValues: [], problems: excerpts.ofProblems(problems) },
  );
}
