/** Validates a text or files as the API does, with the form for what they do not say. */

import type { Deployment, DeploymentLocation } from '../../../../core/deployment.ts';
import { keysOf } from '../../../../core/json-pointer.ts';
import type { InputOptions } from '../../../../core/validate/input-options.ts';
import { describesService } from '../../../../core/validate/read/document.ts';
import { jsonLocator } from '../../../../core/validate/read/json-locator.ts';
import { isCode } from '../../../../core/validate/read/source/file-kinds.ts';
import { languageOfText } from '../../../../core/validate/read/source/text-language.ts';
import type { WhatIf } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { validateDocument } from '../../../../core/validate/validate-document.ts';
import { readServiceTagFiles } from '../service-tag-files.ts';
import type { ChosenFile } from './chosen-files.ts';
import { documentOf, noNetwork } from './document.ts';
import { Excerpts } from './excerpt.ts';
import { resultOf } from './json-report.ts';
import { pointerInText } from './pointer-in-text.ts';
import { readTexts, type Texts } from './texts.ts';

/** A text with the name of its file, if it has one, or files that are read when they are needed. */
export type Network =
  | { readonly text: string; readonly name: string | undefined }
  | { readonly files: readonly ChosenFile[] };

interface CheckInput {
  readonly network: Network;
  /** Describes the instance if the text is only a network security group. */
  readonly deployment: Omit<Deployment, 'locations'>;
  readonly location: Omit<DeploymentLocation, 'networkSecurityGroup'>;
  readonly whatIf: WhatIf;
  /** Values by name for what a template or a source leaves open. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly service: string | undefined;
  readonly entry: string | undefined;
  readonly serviceTagFiles: readonly File[];
}

export async function check(input: CheckInput) {
  const { whatIf, parameters, service, entry } = input;
  const options = {
    whatIf,
    parameters,
    service,
    serviceTagFiles: await readServiceTagFiles(input.serviceTagFiles),
  };
  const texts = await textsOf(input.network);
  const isInBox = 'text' in input.network;
  if (texts.files.some(({ path }) => isCode(path))) {
    const { checkSource } = await import('./check-source.ts');
    return { ...checkSource(texts, entry, options), isInBox };
  }
  return { ...checkDocument(texts, input, options), isInBox };
}

async function textsOf(network: Network): Promise<Texts> {
  if ('files' in network) return readTexts(network.files);
  const { text, name } = network;
  if (text.trim() === '') throw noNetwork();
  const language = languageOfText(text);
  const path = { Bicep: 'main.bicep', Terraform: 'main.tf', JSON: 'network.json' }[
    language ?? 'JSON'
  ];
  // The JSON form of Terraform is recognised by its name alone.
  const isNamed =
    name !== undefined &&
    (/\.tf\.json$/i.test(name)
      ? language === undefined
      : isCode(name) === (language !== undefined));
  return { files: [{ path: isNamed ? name : path, text }], ignored: [] };
}

function checkDocument(
  { files, ignored }: Texts,
  { deployment, location, entry }: CheckInput,
  options: InputOptions,
) {
  if (files.length === 0) throw noNetwork(ignored.slice(0, 10).join(', '));
  const { document, file, used } = documentOf(files, entry);
  const isAlone = !describesService(document);
  const report = isAlone
    ? validate(
        { ...deployment, locations: [{ ...location, networkSecurityGroup: { document } }] },
        options,
      )
    : validateDocument(document, options);
  const excerpts = new Excerpts(file ? [file] : []);
  const locate = file && jsonLocator(file.path, file.text);
  const locationOf = (path: string) =>
    path.includes('/document') ? locate?.(keysOf(pointerInText(path))) : undefined;
  return {
    ...resultOf(report),
    isAlone,
    excerpts: report.findings.map(({ path }) => excerpts.at(locationOf(path))),
    files: {
      used: used.map((path) => ({ path, use: 'code' as const })),
      ignored: [
        ...ignored,
        ...files.map(({ path }) => path).filter((path) => !used.includes(path)),
      ],
    },
    problems: [],
    patches: [],
  };
}
