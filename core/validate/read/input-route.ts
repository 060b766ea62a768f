/** A route as an input states it, in the shapes of Resource Manager and `az`, and its reading for evaluation. */

import type { InputRoute } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import { pointer } from '../../json-pointer.ts';
import { isExpression, readAddress } from '../../network/address-term.ts';
import { nextHopOf, nextHops, type UserRoute } from '../../network/route.ts';
import type { ServiceTagIndex } from '../../network/service-tags/service-tags.ts';
import { covers } from '../../network/sets/interval-set.ts';
import { parsePrefix, privateAddresses } from '../../network/sets/ipv4.ts';
import { quoted } from '../../quoted.ts';
import { describe } from './document-shape.ts';
import { isObject, type Path } from './unresolved.ts';

/** A route, or its lack, that leaves open where traffic goes. */
export interface RouteProblem {
  readonly message: string;
  readonly path: string;
}

const fields = ['name', 'addressPrefix', 'nextHopType', 'nextHopIpAddress'] as const;
type RouteTexts = Partial<Record<(typeof fields)[number], string | null>>;

/** The texts of a route, flat or under properties; undefined for what is no route. */
function textsOf(json: unknown): RouteTexts | undefined {
  if (!isObject(json)) return undefined;
  const { name, properties } = json;
  return [isObject(properties) ? { ...properties, name } : undefined, json].find(hasTexts);
}

const hasTexts = (values: Readonly<Record<string, unknown>> | undefined): values is RouteTexts =>
  values !== undefined &&
  fields.every((field) => ['string', 'undefined'].includes(typeof (values[field] ?? undefined)));

/** A route of a document. */
export function readRawRoute(json: unknown, path: Path, isConditional = false): InputRoute {
  const texts = textsOf(json);
  if (!texts) {
    throw new InputError('not a route', {
      path,
      given: describe(json),
      expected: ['an object with the fields of an Azure route, flat or under properties'],
    });
  }
  const { name, addressPrefix, nextHopType, nextHopIpAddress } = texts;
  return {
    name: name ?? '',
    addressPrefix: addressPrefix ?? '',
    nextHopType: nextHopType ?? '',
    ...(nextHopIpAddress && { nextHopIpAddress }),
    isConditional,
    path: pointer(...path),
  };
}

/** One route or several that may exist; nothing else is known about them. */
export function openRoute(open: string, path: Path): InputRoute {
  return {
    name: open,
    addressPrefix: open,
    nextHopType: open,
    isConditional: true,
    path: pointer(...path),
  };
}

/** The route as it is evaluated; none where it is for IPv6, or says nothing that Azure knows. */
export function readRoute(
  raw: InputRoute,
  tags: ServiceTagIndex,
): { route?: UserRoute; problems: readonly RouteProblem[] } {
  const problems: RouteProblem[] = [];
  const report = (message: string) =>
    problems.push({ message: `${labelOf(raw)}: ${message}`, path: raw.path });
  const { addressPrefix, nextHopType } = raw;
  const nextHop = nextHopOf(nextHopType);
  if (isExpression(raw.name) && raw.name === addressPrefix) {
    const message = `the document does not contain the routes that ${quoted(raw.name)} generates`;
    problems.push({ message, path: raw.path });
  } else if (isExpression(addressPrefix)) report(`the address prefix is ${quoted(addressPrefix)}`);
  if (problems.length === 0 && isExpression(nextHopType))
    report(`the next hop is ${quoted(nextHopType)}`);
  else if (!nextHop && !isExpression(nextHopType)) {
    report(`nextHopType is ${quoted(nextHopType)}; accepted: ${nextHops.join(', ')}`);
  }
  const prefix = parsePrefix(addressPrefix);
  const destination = readAddress(addressPrefix, tags);
  if (raw.isConditional && problems.length === 0 && !isForOwnFlows(raw, destination)) {
    report(
      raw.isLearned
        ? 'the document leaves open whether the subnet has it, or the route table keeps it out'
        : 'a condition that the document leaves open decides whether it is deployed',
    );
  }
  if (destination.kind === 'unreadable' || destination.kind === 'any') {
    report(
      destination.kind === 'unreadable'
        ? destination.problem
        : '"*" is not an address prefix; 0.0.0.0/0 is all addresses',
    );
    return { problems };
  }
  if (destination.kind === 'ipv6') return { problems: [] };
  return {
    problems,
    route: {
      name: raw.name,
      addressPrefix,
      destination,
      ...(prefix.kind === 'prefix' && { prefixLength: prefix.length }),
      nextHop,
      ...(nextHop === undefined && { openNextHop: nextHopType }),
      ...(raw.nextHopIpAddress !== undefined && { nextHopIpAddress: raw.nextHopIpAddress }),
      isConditional: raw.isConditional,
      ...(raw.isLearned && { isLearned: true }),
      path: raw.path,
    },
  };
}

/** No documented flow depends on a hub's route for private traffic; own flows say it where they do. */
const isForOwnFlows = (
  { isLearned }: InputRoute,
  destination: ReturnType<typeof readAddress>,
): boolean =>
  isLearned === true &&
  destination.kind === 'addresses' &&
  covers(privateAddresses, destination.addresses);

const labelOf = ({ name, isLearned }: InputRoute) =>
  isLearned ? name : `route ${name === '' ? 'without a name' : quoted(name)}`;
