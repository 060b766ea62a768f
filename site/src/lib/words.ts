/** How the site puts the values of the schema into words. */

import { tiers as allTiers, virtualNetworkTypes } from '../../../data/model.ts';

const words: Readonly<Record<string, string>> = {
  INBOUND: 'in',
  OUTBOUND: 'out',
  EXTERNAL: 'external',
  INTERNAL: 'internal',
  STV1: 'stv1',
  STV2: 'stv2',
  PUBLIC: 'Azure',
  US_GOVERNMENT: 'Azure Government',
  CHINA: 'Azure operated by 21Vianet',
  DEVELOPER: 'Developer',
  BASIC: 'Basic',
  STANDARD: 'Standard',
  PREMIUM: 'Premium',
  CONSUMPTION: 'Consumption',
  BASIC_V2: 'Basic v2',
  STANDARD_V2: 'Standard v2',
  PREMIUM_V2: 'Premium v2',
  EXTERNAL_INJECTION: 'External injection',
  INTERNAL_INJECTION: 'Internal injection',
  V2_INJECTION: 'Injection (v2)',
  OUTBOUND_INTEGRATION: 'Outbound integration',
  INBOUND_PRIVATE_ENDPOINT: 'Inbound private endpoint',
  ANY: 'any protocol',
  UDP: 'UDP',
  TCP: 'TCP',
};

const classicModes: Readonly<Record<string, string>> = {
  NONE: 'outside a virtual network',
  EXTERNAL: 'external mode',
  INTERNAL: 'internal mode',
};
const v2Modes: Readonly<Record<string, string>> = {
  NONE: 'outside a virtual network',
  EXTERNAL: 'outbound integration',
  INTERNAL: 'injection',
};
const conjunction = new Intl.ListFormat('en', { type: 'conjunction' });

export function word(value: string): string {
  return words[value] ?? value.toLowerCase().replaceAll('_', ' ');
}

/** Texts as they are: a, b, and c */
export function and(texts: readonly string[]): string {
  return conjunction.format(texts);
}

/** Values of an enum: Developer, Premium, and Premium v2 */
export function list(values: readonly string[]): string {
  return and(values.map(word));
}

/** The network modes in the words of the tiers they are for. */
export function modes(values: readonly string[], tiers: readonly string[]): string {
  if (values.length === virtualNetworkTypes.length) return 'any mode';
  const names = tiers.every((tier) => tier.endsWith('_V2')) ? v2Modes : classicModes;
  return and(values.map((value) => names[value] ?? word(value)));
}

interface Applicability {
  readonly tiers: readonly string[];
  readonly virtualNetworkTypes: readonly string[];
  readonly platforms: readonly string[];
  readonly since?: string | null;
  readonly until?: string | null;
}

/** Developer and Premium; internal mode; stv2; since 2023-01-06. */
export function appliesTo(fact: Applicability): string {
  const { tiers, virtualNetworkTypes, platforms, since, until } = fact;
  const isClassic = tiers.includes('DEVELOPER') || tiers.includes('PREMIUM');
  const parts = [
    tiers.length === allTiers.length ? 'All tiers' : list(tiers),
    modes(virtualNetworkTypes, tiers),
    ...(platforms.length === 1 && isClassic ? [list(platforms)] : []),
    ...(since ? [`since ${since}`] : []),
    ...(until ? [`until ${until}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

interface Ports {
  readonly protocol: string;
  readonly destinationPorts: readonly string[];
  readonly optionalDestinationPorts?: readonly string[];
}

/** TCP [80], 443: ports that are opened only where they are wanted stand in brackets, as in the documents. */
export function ports(row: Ports): string {
  const optional = (row.optionalDestinationPorts ?? []).map((port) => `[${port}]`);
  const wanted = row.destinationPorts.map((port) => (port === '*' ? 'any port' : port));
  return `${word(row.protocol)} ${[...optional, ...wanted].join(', ')}`;
}

/** First letter in upper case, for the beginning of a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The same with a full stop, where the text has no end of its own. */
export function fullSentence(text: string): string {
  return /[.!?]$/.test(text) ? sentence(text) : `${sentence(text)}.`;
}

/** Part of a page's address: PREMIUM_V2 is premium-v2, AzureFrontDoor.Backend is azurefrontdoor.backend. */
export function slug(value: string): string {
  return value.toLowerCase().replaceAll('_', '-');
}
