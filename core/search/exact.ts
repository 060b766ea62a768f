/** Texts that name one thing exactly: an address, a port, a host name. */

import { catalog, findRegion, newestEdition } from '../../data/index.ts';
import { documentedPrefix } from '../answers/documented-prefix.ts';
import { isInPrefix, readIpAddress } from '../network/sets/ip-address.ts';
import { type FactPageKind, factPages } from './fact-pages.ts';
import { isFiller } from './tokens.ts';

const keyOf = (kind: string, id: string) => `${kind} ${id}`;

/** The regions whose part of the ApiManagement tag holds the address. */
function regionsWith(text: string): readonly string[] {
  const address = readIpAddress(text);
  if (address === undefined) return [];
  const suffixes = Object.values(catalog.serviceTagExtracts).flatMap(({ apiManagementByRegion }) =>
    Object.entries(apiManagementByRegion)
      .filter(([, prefixes]) =>
        prefixes.some((prefix) => isInPrefix(address, documentedPrefix(prefix))),
      )
      .map(([suffix]) => suffix),
  );
  return catalog.regions
    .filter(({ serviceTagSuffix }) => serviceTagSuffix && suffixes.includes(serviceTagSuffix))
    .map(({ name }) => name);
}

const wordsOf = (text: string) => text.split(/[\s,;()[\]{}"'<>]+/).filter((word) => word !== '');

const kindRank = (kind: FactPageKind) =>
  ['REGION', 'ENDPOINT', 'NETWORK_FACT'].indexOf(kind) + 1 || 9;

/** Pages that print the address, then regions whose prefixes hold it. */
function byAddress(word: string): readonly string[] {
  const bare = word.replace(/\/\d+$/, '').replace(/(\.\d+):\d+$/, '$1');
  if (readIpAddress(bare) === undefined) return [];
  const printed = factPages
    .filter(({ kind, names, summary, text }) =>
      kind === 'SOURCE'
        ? false
        : names.includes(bare) ||
          wordsOf(`${summary} ${text}`).some((one) => one.replace(/\.$/, '') === bare),
    )
    .sort((one, other) => kindRank(one.kind) - kindRank(other.kind))
    .map(({ kind, id }) => keyOf(kind, id));
  const held = regionsWith(bare).map((name) => keyOf('REGION', findRegion(name)?.name ?? name));
  return [...printed, ...held];
}

const needed = { REQUIRED: 0, CONDITIONAL: 1, RECOMMENDED: 2, OPTIONAL: 3 } as const;

/** Rules that open the port, the required ones first, then endpoints on it. */
function byPort(text: string): readonly string[] {
  const port = /^(?:(?:tcp|udp|port)[\s/:]*)?(\d{2,5})(?:\/(?:tcp|udp))?$/i.exec(text.trim())?.[1];
  if (port === undefined) return [];
  const rules = catalog.portRules
    .flatMap(({ id, statements }) => {
      const newest = statements.at(-1);
      if (newest === undefined) return [];
      const opens = (ports: readonly string[]) =>
        ports.some((range) => {
          const [first = '', last = first] = range.split('-');
          return Number(first) <= Number(port) && Number(port) <= Number(last);
        });
      if (opens(newest.destinationPorts)) {
        return [{ id, rank: needed[newest.necessity], edition: newest.edition }];
      }
      const isBracketed = opens(newest.optionalDestinationPorts);
      return isBracketed ? [{ id, rank: needed.OPTIONAL, edition: newest.edition }] : [];
    })
    .sort((one, other) => other.edition.localeCompare(one.edition) || one.rank - other.rank);
  const endpoints = catalog.endpoints.filter(({ ports }) => ports.includes(port));
  return [
    ...rules.map(({ id }) => keyOf('PORT_RULE', id)),
    ...endpoints.map(({ id }) => keyOf('ENDPOINT', id)),
  ];
}

/** Endpoints with the host name, written out or by its wildcard or placeholder. */
function byHost(word: string): readonly string[] {
  const host = word
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[:/].*$/, '');
  if (!/^(?:[*a-z0-9-]+\.)+[a-z]{2,}$/.test(host)) return [];
  return catalog.endpoints
    .filter(({ until, hostNames }) => {
      const isCurrent = until === undefined;
      return (
        isCurrent &&
        hostNames.some((name) => {
          const suffix = name.replace(/^(?:\*|<[a-z]+>)(?=\.)/, '');
          return suffix === name ? host === name : host.endsWith(suffix) || `.${host}` === suffix;
        })
      );
    })
    .map(({ id }) => keyOf('ENDPOINT', id));
}

const listed: Readonly<Record<string, FactPageKind>> = {
  port: 'PORT_RULE',
  ports: 'PORT_RULE',
  tier: 'TIER',
  tiers: 'TIER',
};

/** Where the text asks for ports or tiers and nothing more: all of them, what is required first. */
function byKind(text: string): readonly string[] {
  const terms = wordsOf(text)
    .map((word) => word.toLowerCase().replace(/[?!.]+$/, ''))
    .filter((word) => !isFiller(word) && word !== 'required' && word !== 'list');
  const kinds = new Set(terms.map((word) => listed[word]));
  const [kind] = kinds;
  if (kinds.size !== 1 || kind === undefined) return [];
  if (kind !== 'PORT_RULE') {
    return factPages.filter((page) => page.kind === kind).map(({ id }) => keyOf(kind, id));
  }
  const newest = catalog.portRules.filter(
    ({ statements }) => statements.at(-1)?.edition === newestEdition,
  );
  const rankOf = ({ statements }: (typeof newest)[number]) =>
    needed[statements.at(-1)?.necessity ?? 'OPTIONAL'];
  return newest
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map(({ id }) => keyOf('PORT_RULE', id));
}

/** Keys of the pages that the text names exactly, best first; empty where it names none. */
export function exactKeys(text: string): readonly string[] {
  const keys = [
    ...byKind(text),
    ...byPort(text),
    ...wordsOf(text).flatMap((word) => [...byAddress(word), ...byHost(word)]),
  ];
  return [...new Set(keys)];
}
