/** The choices in the forms of the tools: tiers with their modes, regions by cloud, editions, features. */

import { execute } from '../../../api/execute.ts';
import { ToolFormDocument } from '../generated/queries.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Attributes of the option, read by the page's script. */
  readonly data?: Readonly<Record<string, string>>;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** Network options as the modes of Azure Resource Manager, with labels. */
const modes: Readonly<Record<string, readonly [value: string, label: string]>> = {
  EXTERNAL_INJECTION: ['EXTERNAL', 'External'],
  INTERNAL_INJECTION: ['INTERNAL', 'Internal'],
  OUTBOUND_INTEGRATION: ['EXTERNAL', 'Outbound integration'],
  V2_INJECTION: ['INTERNAL', 'Injection'],
};
const outside = { NONE: 'Outside a virtual network' };

const form = await execute(ToolFormDocument, {});

function modesOf({ networking }: (typeof form.tiers)[number]): Record<string, string> {
  return Object.fromEntries(
    networking.flatMap(({ option, isSupported }) => {
      const mode = modes[option];
      return isSupported && mode ? [mode] : [];
    }),
  );
}

/** Tiers that can be in a virtual network; all tiers if the form also covers instances outside of one. */
export function tierChoices(withOutside: boolean): readonly Choice[] {
  return form.tiers.flatMap((tier) => {
    const own = modesOf(tier);
    if (!withOutside && Object.keys(own).length === 0) return [];
    const data = {
      modes: JSON.stringify(withOutside ? { ...outside, ...own } : own),
      generation: tier.name.endsWith('_V2') ? 'v2' : 'classic',
    };
    return [{ value: tier.name, label: tier.displayName, data }];
  });
}

export function modeChoices(withOutside: boolean): readonly Choice[] {
  return [
    ...(withOutside ? [{ value: 'NONE', label: outside.NONE }] : []),
    { value: 'EXTERNAL', label: 'External' },
    { value: 'INTERNAL', label: 'Internal' },
  ];
}

export const platformChoices: readonly Choice[] = [
  { value: 'STV2', label: 'stv2' },
  { value: 'STV1', label: 'stv1' },
];

export const regionChoices: readonly ChoiceGroup[] = form.clouds.map(
  ({ displayName, regions }) => ({
    label: displayName,
    choices: regions
      .map((region) => ({ value: region.name, label: region.displayName }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
  }),
);

export const editionChoices: readonly Choice[] = [
  { value: '', label: 'Newest' },
  ...form.editions.map(({ date }) => ({ value: date, label: date })).reverse(),
];

export const featureChoices: readonly Choice[] = (form.features?.enumValues ?? []).map(
  ({ name, description }) => ({ value: name, label: description ?? name }),
);

export const whatIfChoices: readonly Choice[] = [
  { value: 'NONE', label: 'No added rule' },
  { value: 'DENY_ALL_INBOUND', label: 'Deny inbound' },
  { value: 'DENY_ALL_OUTBOUND', label: 'Deny outbound' },
  { value: 'DENY_ALL', label: 'Deny all' },
];
