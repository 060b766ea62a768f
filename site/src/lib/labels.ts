/** Labels for the enum values of the schema. */

import { joined } from './sentences.ts';

const labels: Readonly<Record<string, string>> = {
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

/** PREMIUM_V2 is Premium v2; a value without a label of its own is in lower case, with spaces. */
export function labelOf(value: string): string {
  return labels[value] ?? value.toLowerCase().replaceAll('_', ' ');
}

/** Developer, Premium, and Premium v2 */
export function labelsOf(values: readonly string[]): string {
  return joined(values.map(labelOf));
}

interface Ports {
  readonly protocol: string;
  readonly destinationPorts: readonly string[];
  readonly optionalDestinationPorts?: readonly string[];
}

/** TCP [80], 443: optional ports are in brackets, as in the documents. */
export function portsLabel(row: Ports): string {
  const optional = (row.optionalDestinationPorts ?? []).map((port) => `[${port}]`);
  const required = row.destinationPorts.map((port) => (port === '*' ? 'any port' : port));
  return `${labelOf(row.protocol)} ${[...optional, ...required].join(', ')}`;
}
