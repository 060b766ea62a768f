/** The DNS records of an instance in internal mode: every default host name to the private address, a zone for each. */

import { catalog, cloudByName } from '../../data/index.ts';
import type { Citation, Cited, CloudName, IsoDate } from '../../data/model.ts';
import { InputError, mistakesOf, throwAll } from '../input-error.ts';
import { has } from '../network/sets/interval-set.ts';
import { parseAddress, privateAddresses, publicAddresses } from '../network/sets/ipv4.ts';
import { citationsOf, type Note, noteOf } from '../notes.ts';

export interface DnsPlanInput {
  readonly instanceName: string;
  readonly cloud: CloudName;
  /** IPv4 address of the instance in its subnet. */
  readonly privateAddress: string;
}

/** An A record at the apex of a zone that bears the host name and holds nothing else. */
export interface DnsRecord extends Cited {
  readonly zoneName: string;
  readonly recordName: '@';
  readonly hostName: string;
  readonly address: string;
  /** What answers on the name, for example "Developer portal". */
  readonly endpoint: string;
  /** Day since which nothing answers on the name any more; null while something does. */
  readonly retiredOn: IsoDate | null;
  /** The day before that; undefined while something answers. */
  readonly until?: IsoDate;
}

function dayBefore(date: IsoDate): IsoDate {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10) as IsoDate;
}

export interface DnsPlan {
  readonly privateAddress: string;
  readonly records: readonly DnsRecord[];
  /** The zone that must not be made: it would hide every public name below it. */
  readonly forbiddenZoneName: string;
  readonly notes: readonly Note[];
  readonly citations: readonly Citation[];
}

const namePattern = /^[a-z](?:[a-z0-9-]{0,48}[a-z0-9])?$/i;

function requireInstanceName(name: string): string {
  if (namePattern.test(name)) return name.toLowerCase();
  const nearest = name
    .split('.')[0]
    ?.replace(/[^a-z0-9-]/gi, '')
    .replace(/^[^a-z]+/i, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  throw new InputError('an instance cannot have this name', {
    path: ['instanceName'],
    given: name,
    expected: ['1 to 50 letters, digits and hyphens; a letter first, no hyphen last'],
    ...(nearest ? { nearest: [nearest.toLowerCase()] } : {}),
  });
}

/** A virtual network may use public ranges too, but none that Azure or the protocol keeps. */
function requireAddress(text: string): { readonly address: string; readonly isPrivate: boolean } {
  const address = parseAddress(text);
  if (address !== undefined && has(privateAddresses, address)) {
    return { address: text, isPrivate: true };
  }
  if (address !== undefined && has(publicAddresses, address)) {
    return { address: text, isPrivate: false };
  }
  throw new InputError('an instance cannot have this private address', {
    path: ['privateAddress'],
    given: text,
    expected: ['an IPv4 address of the subnet, for example 10.0.0.5'],
  });
}

function requireSuffix(cloudName: CloudName): { readonly suffix: string } & Cited {
  const cloud = cloudByName.get(cloudName);
  if (cloud !== undefined) {
    return { suffix: cloud.hostNameSuffix, citations: cloud.hostNameSuffixCitations };
  }
  throw new InputError('no cloud has this name', {
    path: ['cloud'],
    given: cloudName,
    accepted: catalog.clouds.map(({ name }) => name),
  });
}

function notesOf(input: DnsPlanInput, suffix: string, isPrivate: boolean): readonly Note[] {
  const { citations } = noteOf('internal-no-apex-zone');
  const publicRange: Note = {
    text: `${input.privateAddress} is outside the private ranges. A virtual network may use such addresses, but the public address of an instance in internal mode does not answer on these names.`,
    citations: noteOf('public-address-in-internal-mode').citations,
  };
  return [
    ...(isPrivate ? [] : [publicRange]),
    {
      text: `A private zone for ${suffix} hides all public names below it, including those of the credential manager; it is not supported.`,
      citations,
    },
    ...[
      'internal-zone-per-host',
      'internal-private-zone-linked',
      'internal-records-everywhere',
      'internal-answers-by-name-only',
      'subnet-dynamic-private-addresses',
      'legacy-portal-retired',
      'git-repository-retired',
      'direct-management-retired',
      'self-hosted-gateway-internal-private',
      'regional-host-name-internal',
      ...(input.cloud === 'PUBLIC' ? [] : ['internal-host-suffix-other-clouds']),
    ].map(noteOf),
    {
      text: 'An injected Premium v2 instance has only the name of the gateway.',
      citations: citationsOf(noteOf('v2-injection-gateway-only'), noteOf('v2-gateway-record')),
    },
  ];
}

/**
 * Records for the default host names and the configuration endpoint, those of retired endpoints included: the document of 2026-08-24 still lists them.
 */
export function dnsPlan(input: DnsPlanInput): DnsPlan {
  throwAll(
    mistakesOf([
      () => requireInstanceName(input.instanceName),
      () => requireAddress(input.privateAddress),
    ]),
  );
  const name = requireInstanceName(input.instanceName);
  const { suffix, citations } = requireSuffix(input.cloud);
  const { address, isPrivate } = requireAddress(input.privateAddress);
  const records = catalog.internalHostNames.map((fact): DnsRecord => {
    const hostName = [name, fact.label, suffix].filter((part) => part !== '').join('.');
    return {
      zoneName: hostName,
      recordName: '@',
      hostName,
      address,
      endpoint: fact.endpoint,
      retiredOn: fact.retiredOn ?? null,
      ...(fact.retiredOn && { until: dayBefore(fact.retiredOn) }),
      citations: citationsOf(fact, { citations }),
    };
  });
  const notes = notesOf(input, suffix, isPrivate);
  return {
    privateAddress: address,
    records,
    forbiddenZoneName: suffix,
    notes,
    citations: citationsOf(...records, ...notes),
  };
}
