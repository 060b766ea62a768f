/** Validates a text or files as the API does, with the form for what they do not say. */

import type { Deployment, DeploymentLocation } from '../../../../core/deployment.ts';
import { keysOf } from '../../../../core/json-pointer.ts';
import type { InputOptions } from '../../../../core/validate/input-options.ts';
import { describesService } from '../../../../core/validate/read/document.ts';
import { jsonLocator } from '../../../../core/validate/read/json-locator.ts';
import { isCode } from '../../../../core/validate/read/source/file-kinds.ts';
import type { SourceFile } from '../../../../core/validate/read/source/files.ts';
import { languageOfText } from '../../../../core/validate/read/source/text-language.ts';
import type { ConfigReport, WhatIf } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { validateDocument } from '../../../../core/validate/validate-document.ts';
import { findRegion } from '../../../../data/index.ts';
import { readServiceTagFiles } from '../service-tag-files.ts';
import type { ChosenFile } from './chosen-files.ts';
import { documentOf, noNetwork } from './document.ts';
import { Excerpts } from './excerpt.ts';
import { type GroupParts, groupIn, keysInGroup } from './group-parts.ts';
import { resultOf } from './json-report.ts';
import { parseJson } from './parse-json.ts';
import { pointerInText } from './pointer-in-text.ts';
import { readTexts, type Texts } from './texts.ts';

/** A text with the name of its file, if it has one, or files that are read when they are needed. */
export type Network =
  | { readonly text: string; readonly name: string | undefined }
  | {
      readonly files: readonly ChosenFile[];
      /** Whether the page shows their texts, so that it can change them. */
      readonly isShown: boolean;
    };

interface CheckInput {
  readonly network: Network;
  /** Describes the instance if the text is only a network security group. */
  readonly deployment: Omit<Deployment, 'locations'>;
  readonly location: Omit<DeploymentLocation, 'networkSecurityGroup'>;
  /** Whether a person chose the region; else the one that a group names is taken. */
  readonly isRegionChosen: boolean;
  /** JSON of the route table of a group that comes without one. */
  readonly routeTable: string;
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
  if (texts.files.length === 0) throw noNetwork(texts.ignored.slice(0, 10).join(', '));
  const { network } = input;
  const isEditable = 'text' in network || network.isShown;
  if (texts.files.some(({ path }) => isCode(path))) {
    const { checkSource } = await import('./check-source.ts');
    return { ...checkSource(texts, entry, options), isEditable };
  }
  const judged = judgeDocument(texts.files, input, options);
  const result = documentResult(texts, judged);
  const { jsonPatches } = await import('./json-patches.ts');
  const patches = isEditable
    ? jsonPatches(
        texts.files,
        { ...result, rulesAt: judged.rulesAt },
        (files) => judgeDocument(files, input, options).report.flows,
      )
    : [];
  return { ...result, patches, isEditable };
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

function judgeDocument(
  files: readonly SourceFile[],
  { deployment, location, entry, isRegionChosen, routeTable }: CheckInput,
  options: InputOptions,
) {
  const { document, file, used } = documentOf(files, entry);
  const group = describesService(document) ? undefined : groupIn(document);
  const own = group && !isRegionChosen ? findRegion(group.location ?? '') : undefined;
  const report = group
    ? validate(
        {
          ...deployment,
          locations: [
            {
              ...location,
              ...(own && { region: own.name }),
              networkSecurityGroup: { document: group.document },
              ...routeTableOf(group, routeTable),
            },
          ],
        },
        options,
      )
    : validateDocument(document, options);
  const keysInText = (path: string) =>
    path.includes('/document') ? keysInGroup(group, keysOf(pointerInText(path)), path) : undefined;
  return { report, group, own, file, used, keysInText, rulesAt: rulesAt(report, keysInText) };
}

function documentResult(
  { files, ignored }: Texts,
  { report, group, own, file, used, keysInText }: ReturnType<typeof judgeDocument>,
) {
  const excerpts = new Excerpts(file ? [file] : []);
  const locate = file && jsonLocator(file.path, file.text);
  const placeOf = (path: string) => {
    const keys = keysInText(path);
    return keys && locate?.(keys);
  };
  return {
    ...resultOf(report),
    isAlone: group !== undefined,
    regionOfGroup: own && { name: own.name, displayName: own.displayName },
    excerpts: report.findings.map(({ path }) => excerpts.at(placeOf(path))),
    files: {
      used: used.map((path) => ({ path, use: 'code' as const })),
      ignored: [
        ...ignored,
        ...(group?.unused ?? []),
        ...files.map(({ path }) => path).filter((path) => !used.includes(path)),
      ],
    },
    problems: [],
  };
}

function routeTableOf({ routeTable }: GroupParts, written: string) {
  const text = written.trim();
  if (text !== '') {
    const origin = { path: ['routeTable'], accepted: ['JSON of az network route-table show'] };
    return { routeTable: { document: parseJson(text, origin) } };
  }
  return routeTable === undefined ? {} : { routeTable: { document: routeTable } };
}

/** Keys of the list of rules in the text, where all rules that decide a flow are in one list. */
function rulesAt(
  { flows }: Pick<ConfigReport, 'flows'>,
  keysInText: (path: string) => readonly (string | number)[] | undefined,
): readonly (string | number)[] | undefined {
  const lists = new Map(
    flows.flatMap(({ decidedByPath }) => {
      const keys = decidedByPath === null ? undefined : keysInText(decidedByPath);
      const list = keys?.slice(0, -1);
      return list ? [[JSON.stringify(list), list] as const] : [];
    }),
  );
  return lists.size === 1 ? [...lists.values()][0] : undefined;
}
