import { catalog } from '../../../../data/index.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import type { ExplainedDependency } from '../../network-status/explain.ts';
import { remediationOf } from '../../network-status/next-steps.ts';
import type { Check, Observation } from '../kit/check.ts';
import { exported } from '../kit/example.ts';
import { titleOf } from '../kit/flow-labels.ts';

const status = (state: 'success' | 'failure') => ({
  location: 'West Europe',
  networkStatus: {
    dnsServers: ['168.63.129.16'],
    connectivityStatus: [
      {
        name: 'contoso.database.windows.net',
        status: state,
        resourceType: 'SQLDatabase',
        isOptional: false,
      },
    ],
  },
});

export const dependencyDown: Check = {
  id: 'dependency-down',
  title: 'Azure reports a dependency as down',
  severity: 'ERROR',
  summary:
    'The network status of the instance has a dependency that it does not reach, and no rule or route that the port table requires explains it.',
  rationale:
    'Azure probes the dependencies from within the subnet. A required one that is down stops the core work of the instance, an optional one a feature. Where the security group allows the traffic, the cause is elsewhere: a firewall, a route over BGP, DNS, or an admin rule.',
  avoid: 'looking at the security group alone',
  prefer: 'the next steps of the report in their order, then a new look at the network status',
  examples: {
    good: exported('the dependency is up', status('success')),
    bad: exported('a required dependency is down', status('failure')),
  },
  citations: citationsOf(noteOf('network-status-required'), noteOf('network-status-optional')),
  run: ({ networkStatus }) => {
    const down = networkStatus.filter((one) => one.reported.state === 'DOWN' && !isExplained(one));
    return [...Map.groupBy(down, causeOf).values()].flatMap(observe);
  },
};

/** A required flow that is denied or dropped has a finding of its own. */
const isExplained = ({ explanation, flows }: ExplainedDependency) =>
  (explanation === 'DENIED' || explanation === 'DROPPED') &&
  flows.every(({ necessity }) => necessity === 'REQUIRED');

/** One finding for what one row of the port table is about; one for each dependency without a row. */
const causeOf = ({ region, explanation, flows, reported }: ExplainedDependency) =>
  [region, explanation, flows[0]?.id ?? reported.name].join(' ');

const shownNames = 5;

function observe(dependencies: readonly ExplainedDependency[]): Observation[] {
  const [first] = dependencies;
  if (!first) return [];
  const others = dependencies.slice(1).map(({ reported }) => reported.name);
  const isRequired = dependencies.some(({ reported }) => reported.isOptional === false);
  const { flows, reported } = first;
  return [
    {
      title:
        flows.length > 0
          ? titleOf(flows, 'down')
          : `${reported.resourceType || reported.name} is down`,
      message: [
        first.message,
        ...(others.length > 0 ? [`down as well: ${listed(others)}`] : []),
        ...(reported.error ? [`Azure says: ${reported.error}`] : []),
      ].join('; '),
      path: reported.path,
      ...(first.region !== null && isKnown(first.region) && { region: first.region }),
      ...remediationOf(first.nextSteps),
      severity: isRequired ? 'ERROR' : 'WARNING',
      flows,
    },
  ];
}

const listed = (names: readonly string[]) =>
  [
    ...names.slice(0, shownNames),
    ...(names.length > shownNames ? [`${names.length - shownNames} more`] : []),
  ].join(', ');

/** A region by its programmatic name, and not a text of the output. */
const isKnown = (region: string) => catalog.regions.some(({ name }) => name === region);
