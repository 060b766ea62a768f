/** `apim-atlas check --why`: the rules that decide a packet, or what one rule does, in place of the report. */

import { InputError } from '../../core/input-error.ts';
import { keysOf } from '../../core/json-pointer.ts';
import { jsonLocator } from '../../core/validate/read/json-locator.ts';
import type { CheckRun } from '../../core/validate/report/check-run.ts';
import {
  type ExplainedDeployment,
  laddersJson,
  laddersText,
} from '../../core/validate/report/ladders.ts';
import type { TextOptions } from '../../core/validate/report/text.ts';
import type { Ladder } from '../../core/validate/why/ladder.ts';
import { readWhySubject } from '../../core/validate/why/subject.ts';
import type { PathInputs } from './judge-paths.ts';

/** Throws InputError for a text that is neither, and for what no deployment has. */
export function explained(
  text: string,
  { judged }: CheckRun,
  { inputs }: PathInputs,
): readonly ExplainedDeployment[] {
  const subject = readWhySubject(text);
  const errors: InputError[] = [];
  const found = judged.flatMap(({ path, service, report }): ExplainedDeployment[] => {
    try {
      const input = inputs.find((one) => one.path === path);
      const locate = input?.text === undefined ? undefined : jsonLocator(path, input.text);
      const ladders = report.ladders(subject);
      return [
        { path, service, ladders: locate ? ladders.map((one) => located(one, locate)) : ladders },
      ];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(error);
      return [];
    }
  });
  const [first] = errors;
  if (found.length === 0 && first) throw first;
  return found;
}

/** With the lines of a JSON document; the first key of a path leads to the document itself. */
function located(ladder: Ladder, locate: ReturnType<typeof jsonLocator>): Ladder {
  return {
    ...ladder,
    rungs: ladder.rungs.map((rung) => {
      const place = rung.path === null ? undefined : locate(keysOf(rung.path).slice(1));
      return place ? { ...rung, sourceLocation: place } : rung;
    }),
  };
}

export function printed(
  all: readonly ExplainedDeployment[],
  format: 'text' | 'json',
  options: Pick<TextOptions, 'paint' | 'nameOf' | 'isVerbose'>,
): string {
  return format === 'json'
    ? `${JSON.stringify(laddersJson(all), undefined, 2)}\n`
    : laddersText(all, options);
}
