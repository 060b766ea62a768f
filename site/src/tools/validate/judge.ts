/** Judges one network as the API does: a text or files, with the form for what they do not say. */

import type { Deployment, DeploymentLocation } from '../../../../core/deployment.ts';
import { keysOf } from '../../../../core/json-pointer.ts';
import type { InputOptions } from '../../../../core/validate/input-options.ts';
import { describesService } from '../../../../core/validate/read/document.ts';
import { isCode } from '../../../../core/validate/read/source/file-kinds.ts';
import type { SourceFile } from '../../../../core/validate/read/source/files.ts';
import { languageOfText } from '../../../../core/validate/read/source/text-language.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { validateDocument } from '../../../../core/validate/validate-document.ts';
import { findRegion } from '../../../../data/index.ts';
import type { ChosenFile } from './chosen-file.ts';
import { documentOf, type JsonDocument, noNetwork } from './document.ts';
import { type GroupParts, groupIn, keysInGroup } from './group-parts.ts';
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

/** What the form says of the instance, for a text that is only a network security group. */
export interface FormInstance {
  readonly deployment: Omit<Deployment, 'locations'>;
  readonly location: Omit<DeploymentLocation, 'networkSecurityGroup'>;
  /** Whether a person chose the region; else the one that a group names is taken. */
  readonly isRegionChosen: boolean;
  /** JSON of the route table of a group that comes without one. */
  readonly routeTable: string;
  /** Of several templates the one to judge. */
  readonly entry: string | undefined;
}

/** Throws InputError where there is nothing to read. */
export async function textsOf(network: Network): Promise<Texts> {
  if ('files' in network) {
    const texts = await readTexts(network.files);
    if (texts.files.length === 0) throw noNetwork(texts.ignored.slice(0, 10).join(', '));
    return texts;
  }
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
  return { files: [{ path: isNamed ? name : path, text }], ownFlows: undefined, ignored: [] };
}

export function judgeDocument(
  files: readonly SourceFile[],
  { deployment, location, entry, isRegionChosen, routeTable }: FormInstance,
  options: InputOptions,
) {
  const { document, used, placeOf } = documentOf(files, entry);
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
  const ofGroup = group?.groupIndex === undefined ? used : usedOf(group, placeOf);
  return {
    report,
    group,
    own,
    used: ofGroup,
    /** Names of resources that were not used, in files that were. */
    unused: (group?.unused ?? []).flatMap(({ name, index }) =>
      ofGroup.includes(placeOf([index])?.file.path ?? '') ? [name] : [],
    ),
    placeOf: (path: string) => {
      const keys = keysInText(path);
      return keys && placeOf(keys);
    },
    rulesAt: rulesAt(report, keysInText),
  };
}

/** Of the files with a list of resources those that have the group or its route table. */
function usedOf(
  { groupIndex, routeTableIndex }: GroupParts,
  placeOf: JsonDocument['placeOf'],
): readonly string[] {
  const paths = [groupIndex, routeTableIndex].flatMap((index) => {
    const place = index === undefined ? undefined : placeOf([index]);
    return place ? [place.file.path] : [];
  });
  return [...new Set(paths)];
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
