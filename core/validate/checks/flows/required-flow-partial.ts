import { cite } from '../../../../data/cite.ts';
import { citationsOf } from '../../../notes.ts';
import { type EvaluatedFlow, isClientTraffic } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import { type Check, type Observation, perLocation } from '../kit/check.ts';
import { isAnybody } from '../kit/client-ports.ts';
import { disputeOf } from '../kit/dispute.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { by, describeFlow, type Flows, packet, remedyOf, titleOf } from '../kit/flow-labels.ts';
import { allowedPrintedAddresses } from '../kit/printed-addresses.ts';
import { listing } from '../kit/rule-labels.ts';
import { carriersOf } from '../kit/traffic-status.ts';

export const requiredFlowPartial: Check = {
  id: 'required-flow-partial',
  title: 'Required traffic is allowed only in part',
  severity: 'ERROR',
  summary: 'One part of required traffic is allowed and another part is denied.',
  rationale:
    'A service tag covers many addresses, and the service may use any of them tomorrow. A rule for one address, one region or half the subnet works until it does not. Client traffic is the exception: you decide who may call the gateway, so the finding is NEEDS_REVIEW instead of FAIL. It is also NEEDS_REVIEW where only some services or address ranges are cut out of the internet.',
  avoid:
    '51.145.179.78 instead of ApiManagement, or Storage.NorthEurope for an instance in West Europe',
  prefer:
    'the service tag of the row, or for Storage, Sql and EventHub its part for the instance’s region',
  examples: {
    good: example(
      'the tag of the row',
      securityRules(inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443')),
    ),
    bad: example(
      'one address of the tag',
      securityRules(inbound('AllowManagement', 100, 'ALLOW', '51.145.179.78', '3443')),
    ),
    unsure: example(
      'only some clients reach the gateway',
      securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
        inbound('AllowOffice', 110, 'ALLOW', '203.0.113.0/24', '443'),
      ),
      { virtualNetworkType: 'EXTERNAL' },
    ),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports')],
  run: perLocation((location) => {
    const partial = location.flows.filter(
      ({ necessity, evaluation }) => necessity === 'REQUIRED' && evaluation.outcome === 'PARTIAL',
    );
    const denierOf = ({
      evaluation: {
        deniedBy: [rule],
      },
    }: EvaluatedFlow) => `${rule?.priority} ${rule?.name}`;
    const groups = Map.groupBy(
      partial,
      (flow) =>
        `${denierOf(flow)} ${share(flow)} ${isOfClients(flow, location)} ${isCutOut(flow)} ${disputeOf(flow, location.deployment.tier).clause}`,
    );
    return [...groups.values()].map((group) => observe(group as unknown as Flows, location));
  }),
};

function observe(flows: Flows, location: LocationContext): Omit<Observation, 'region'> {
  const [flow] = flows;
  const isOptional = isOfClients(flow, location) || isCutOut(flow);
  const { clause, judgement } = disputeOf(flow, location.deployment.tier);
  const { deniedBy } = flow.evaluation;
  const printed = isOptional ? [] : allowedPrintedAddresses(flow, location);
  const base = {
    path: deniedBy[0]?.path || `${location.path}/networkSecurityGroup`,
    citations: citationsOf(...flows.map(({ statement }) => statement)),
    flows,
    rules: deniedBy.slice(0, 1),
  };
  if (printed.length > 0) {
    return {
      ...base,
      title: 'A part of the service tag ApiManagement is allowed',
      message: `${describeFlow(flow)} is allowed ${share(flow)}, including ${listing(printed)}, which the edition of ${flow.statement.edition} prints for ${location.region.displayName}`,
      severity: 'WARNING',
      remediation: 'use the service tag ApiManagement as the source: it includes later addresses',
    };
  }
  return {
    ...base,
    title: titleOf(flows, 'blocked in part'),
    message: `${listing(flows.map(describeFlow))} ${flows.length === 1 ? 'is' : 'are'} allowed ${share(flow)}; the rest is denied ${denier(flow)}${packet(flow)}${clause}`,
    remediation: `${exception(flow, isOfClients(flow, location))}${remedyOf(flows)}`,
    ...judgement,
    ...(isOptional && { severity: 'WARNING', outcome: 'NEEDS_REVIEW' }),
  };
}

const isOfClients = (flow: EvaluatedFlow, location: LocationContext) =>
  isClientTraffic(flow) && !isOfServicesAlone(flow, location);

function exception(flow: EvaluatedFlow, isClients: boolean): string {
  if (isClients) return 'nothing, if only these clients should call the gateway; otherwise ';
  return isCutOut(flow)
    ? 'nothing, if the instance needs no host in the denied part; otherwise '
    : '';
}

/** True where only probes and calls of services with their own rows pass, and no client. */
function isOfServicesAlone(flow: EvaluatedFlow, { flows }: LocationContext): boolean {
  const services = new Set(
    flows
      .filter((other) => other.direction === 'INBOUND' && !isClientTraffic(other))
      .flatMap(({ remote }) => remote.map(({ base }) => base)),
  );
  return carriersOf(flow).every(({ source }) =>
    source.every((term) => term.kind === 'tag' && services.has(term.tag.base)),
  );
}

/** An instance needs only a few internet hosts, which are unlikely to be in the denied service or range. */
function isCutOut({ direction, remote, evaluation }: EvaluatedFlow): boolean {
  return (
    direction === 'OUTBOUND' &&
    remote[0]?.name === 'Internet' &&
    !evaluation.deniedBy.some(({ destination }) => isAnybody({ far: destination }))
  );
}

function share({ evaluation }: EvaluatedFlow): string {
  const { allowedFraction } = evaluation;
  if (allowedFraction === null) return 'in part';
  if (allowedFraction > 0.999) return 'for more than 99.9 % of it';
  return `for ${Number((allowedFraction * 100).toPrecision(2))} % of it`;
}

function denier(flow: EvaluatedFlow): string {
  const decidedBy = flow.evaluation.deniedBy[0];
  return by({ ...flow, evaluation: { ...flow.evaluation, decidedBy } });
}
