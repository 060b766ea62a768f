/** How the site writes the values of the schema's enums. */

const words: Readonly<Record<string, string>> = {
  INBOUND: 'in',
  OUTBOUND: 'out',
  EXTERNAL: 'external',
  INTERNAL: 'internal',
  NONE: 'none',
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
};

export function word(value: string): string {
  return words[value] ?? value.toLowerCase().replaceAll('_', ' ');
}

export function list(values: readonly string[]): string {
  return values.map(word).join(', ');
}

/** First letter in upper case, for the beginning of a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Part of a page's address: PREMIUM_V2 is premium-v2, AzureFrontDoor.Backend is azurefrontdoor.backend. */
export function slug(value: string): string {
  return value.toLowerCase().replaceAll('_', '-');
}
