/** The rows of port tables as the documents print them, in one form that can be compared with the data. */

import type {
  Direction,
  Necessity,
  PortRuleStatement,
  VirtualNetworkType,
} from '../../data/model.ts';

export function printedPorts({
  destinationPorts,
  optionalDestinationPorts,
}: PortRuleStatement): string {
  return [...optionalDestinationPorts.map((port) => `[${port}]`), ...destinationPorts].join(', ');
}

export interface PrintedRow {
  ports: string;
  directions: string;
  protocol: string;
  tags: string;
  purpose: string;
  modes: string;
}

/** The port tables of an edition that prints "* / ports" in the first column, in the order of the text. */
export function referenceTables(text: string): PrintedRow[][] {
  const tables: PrintedRow[][] = [];
  for (const line of text.split('\n')) {
    if (/Source \/ Destination Port\(s\)/.test(line)) tables.push([]);
    if (!/^\|? ?\* \/ /.test(line)) continue;
    const cells = line.replace(/^\||\|\s*$/g, '').split('|');
    const [ports = '', directions = '', protocol = '', tags = '', purpose = '', modes = ''] =
      cells.map((cell) => cell.trim());
    tables.at(-1)?.push({ ports, directions, protocol, tags, purpose, modes });
  }
  return tables;
}

export function necessityOf2023(purpose: string): Necessity {
  if (purpose.includes('required for Premium SKU')) return 'CONDITIONAL';
  return purpose.includes('(optional)') ? 'OPTIONAL' : 'REQUIRED';
}

const tagSpellings: Readonly<Record<string, string>> = {
  INTERNET: 'Internet',
  VIRTUAL_NETWORK: 'VirtualNetwork',
  AZURE_LOAD_BALANCER: 'AzureLoadBalancer',
  SQL: 'Sql',
  'Azure Event Hubs': 'EventHub',
  VN: 'VirtualNetwork',
  ALB: 'AzureLoadBalancer',
  AAD: 'AzureActiveDirectory',
  ATM: 'AzureTrafficManager',
};
const todaysTag = (spelling: string) => tagSpellings[spelling.trim()] ?? spelling.trim();

const directionsByCell: Readonly<Record<string, readonly Direction[]>> = {
  Inbound: ['INBOUND'],
  Outbound: ['OUTBOUND'],
  'Inbound & Outbound': ['INBOUND', 'OUTBOUND'],
  In: ['INBOUND'],
  Out: ['OUTBOUND'],
  'In+Out': ['INBOUND', 'OUTBOUND'],
};
const modesByCell: Readonly<Record<string, readonly VirtualNetworkType[]>> = {
  External: ['EXTERNAL'],
  'External only': ['EXTERNAL'],
  'External & Internal': ['EXTERNAL', 'INTERNAL'],
  ext: ['EXTERNAL'],
  'ext only': ['EXTERNAL'],
  'ext+int': ['EXTERNAL', 'INTERNAL'],
};

/** Ports of a cell as "[80], 443" or "6381 - 6383", the plain ones and those in brackets. */
function portsOf(cell: string) {
  const ports = cell.replace(/\s*-\s*/g, '-').split(/,\s*/);
  return {
    destinationPorts: ports.filter((port) => !port.startsWith('[')),
    optionalDestinationPorts: ports
      .filter((port) => port.startsWith('['))
      .map((port) => port.slice(1, -1)),
  };
}

export function print(
  row: Pick<
    PortRuleStatement,
    | 'directions'
    | 'protocol'
    | 'source'
    | 'destination'
    | 'destinationPorts'
    | 'optionalDestinationPorts'
    | 'virtualNetworkTypes'
    | 'necessity'
  >,
): string {
  return [
    row.directions.join('+'),
    row.protocol,
    `${row.source} to ${row.destination}`,
    [...row.destinationPorts, ...row.optionalDestinationPorts.map((port) => `[${port}]`)].join(),
    row.virtualNetworkTypes.join('+'),
    row.necessity,
  ].join(' | ');
}

export function rowOfReference(row: PrintedRow, necessity: Necessity): string {
  const [source = '', destination = ''] = row.tags.split(' / ').map(todaysTag);
  return print({
    directions: directionsByCell[row.directions] ?? [],
    protocol: row.protocol as PortRuleStatement['protocol'],
    source,
    destination,
    ...portsOf(row.ports.replace(/^\* \/ /, '')),
    virtualNetworkTypes: modesByCell[row.modes] ?? [],
    necessity,
  });
}

/** A row "| 1 | In | Internet | VN | [80], 443 | TCP | purpose | need | mode |"; remarks in round brackets are cut. */
export function rowOfNotes(line: string): string {
  const cells = line.split('|').map((cell) => cell.replace(/\*\*|\(.*\)/g, '').trim());
  const [, , directions = '', source = '', destination = '', ports = '', protocol = ''] = cells;
  const [need = '', modes = ''] = cells.slice(8);
  return print({
    directions: directionsByCell[directions] ?? [],
    protocol: protocol as PortRuleStatement['protocol'],
    source: todaysTag(source),
    destination: todaysTag(destination),
    ...portsOf(ports),
    virtualNetworkTypes: modesByCell[modes] ?? [],
    necessity: (need.includes('when') ? 'CONDITIONAL' : need.toUpperCase()) as Necessity,
  });
}
