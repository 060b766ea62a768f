/** Validates a text or files as the API does, with the form for what they do not say. */

import type { InputOptions } from '../../../../core/validate/input-options.ts';
import { jsonLocator } from '../../../../core/validate/read/json-locator.ts';
import { isCode } from '../../../../core/validate/read/source/file-kinds.ts';
import type { WhatIf } from '../../../../core/validate/report.ts';
import { readServiceTagFiles } from '../service-tag-files.ts';
import { Excerpts } from './excerpt.ts';
import { resultOf } from './json-report.ts';
import { type FormInstance, judgeDocument, type Network, textsOf } from './judge.ts';
import { flowsAndTexts, withOwnFlows } from './own-flows.ts';
import type { Texts } from './texts.ts';

interface CheckInput extends FormInstance {
  readonly network: Network;
  readonly whatIf: WhatIf;
  /** Values by name for what a template or a source leaves open. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly service: string | undefined;
  /** Text of a flows file; blank without one. */
  readonly ownFlows: string;
  readonly serviceTagFiles: readonly File[];
}

export async function check(input: CheckInput) {
  const { whatIf, parameters, service, network } = input;
  const serviceTagFiles = await readServiceTagFiles(input.serviceTagFiles);
  const { ownFlows, texts } = flowsAndTexts(input.ownFlows, await textsOf(network));
  return withOwnFlows(ownFlows, (flows) =>
    judged(input, texts, { whatIf, parameters, service, serviceTagFiles, flows }),
  );
}

async function judged(input: CheckInput, texts: Texts, options: InputOptions) {
  const { network, entry } = input;
  const isEditable = 'text' in network || network.isShown;
  if (texts.files.some(({ path }) => isCode(path))) {
    const { checkSource } = await import('./check-source.ts');
    return { ...checkSource(texts, entry, options), isEditable };
  }
  const document = judgeDocument(texts.files, input, options);
  const result = documentResult(texts, document);
  const { jsonPatches } = await import('./json-patches.ts');
  const patches = isEditable
    ? jsonPatches(
        texts.files,
        { ...result, rulesAt: document.rulesAt },
        (files) => judgeDocument(files, input, options).report,
      )
    : [];
  return { ...result, patches, isEditable };
}

function documentResult(
  { files, ignored }: Texts,
  { report, group, own, used, unused, placeOf }: ReturnType<typeof judgeDocument>,
) {
  const excerpts = new Excerpts(files);
  const locators = new Map(files.map(({ path, text }) => [path, jsonLocator(path, text)]));
  const locationOf = (path: string) => {
    const place = placeOf(path);
    return place && locators.get(place.file.path)?.(place.keys);
  };
  return {
    ...resultOf(report),
    isAlone: group !== undefined,
    regionOfGroup: own && { name: own.name, displayName: own.displayName },
    excerpts: report.findings.map(({ path }) => excerpts.at(locationOf(path))),
    files: {
      used: used.map((path) => ({ path, use: 'code' as const })),
      ignored: [
        ...ignored,
        ...unused,
        ...files.map(({ path }) => path).filter((path) => !used.includes(path)),
      ],
    },
    problems: [],
    entries: [],
    broken: [],
  };
}
