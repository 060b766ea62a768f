/** The network status of an instance, as the report explains it. */

import {
  type DependencyStatus as DependencyStatusData,
  dependencyStates,
  explanations,
} from '../../core/validate/network-status/status.ts';
import { builder } from './builder.ts';
import { enumOf } from './enum-of.ts';

const DependencyState = enumOf(
  'DependencyState',
  'What Azure reports of a dependency of the instance.',
  dependencyStates,
  {
    UP: 'The instance reaches it; success in the output.',
    DOWN: 'The instance does not reach it; failure in the output.',
    STARTING: 'Azure has not probed it yet; initializing in the output.',
    UNKNOWN: 'The output says none of these.',
  },
);

const DependencyExplanation = enumOf(
  'DependencyExplanation',
  'How the state of a dependency fits the network in the input.',
  explanations,
  {
    AS_EXPECTED: 'It is up, and nothing says that it should not be.',
    DENIED: 'It is down, and a security rule denies what it needs.',
    DROPPED: 'It is down, and a route drops what it needs.',
    DOWN_THOUGH_ALLOWED:
      'It is down, although the rules allow what it needs; nextSteps say where to look.',
    UP_THOUGH_DENIED:
      'It is up, although the rules deny what it needs: the input is not the network that Azure probed, or it is read wrongly.',
    UNDECIDED: 'The input does not decide it, or Azure has not probed it yet.',
    NOT_IN_PORT_TABLE: 'The port table has no row for it.',
  },
);

export const DependencyStatus = builder.objectRef<DependencyStatusData>('DependencyStatus');

DependencyStatus.implement({
  description:
    'A dependency in the output of networkstatus, with the cause where it is down and with what contradicts the rules.',
  fields: (t) => ({
    region: t.exposeString('region', {
      nullable: true,
      description:
        'Programmatic name of the region, or its name in the output where no region has it; null where the output names none.',
    }),
    name: t.exposeString('name', {
      description: 'A host, a URL, or a label such as LocalGatewayRedis, as the output has it.',
    }),
    resourceType: t.exposeString('resourceType', {
      description: 'Kind of the dependency, as the output has it: SQLDatabase.',
    }),
    state: t.expose('state', {
      type: DependencyState,
      description: 'Whether the instance reaches it, as Azure reports.',
    }),
    isOptional: t.exposeBoolean('isOptional', {
      nullable: true,
      description: 'Whether the instance works without it; null where the output does not say it.',
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'The error that Azure reports; null without one.',
    }),
    lastUpdated: t.exposeString('lastUpdated', {
      nullable: true,
      description: 'Time of the last probe, as the output has it.',
    }),
    lastStatusChange: t.exposeString('lastStatusChange', {
      nullable: true,
      description: 'Time of the last change, as the output has it.',
    }),
    flows: t.exposeIDList('flows', {
      description: 'Keys of the flows in its region that it needs; see FlowResult.key.',
    }),
    explanation: t.expose('explanation', {
      type: DependencyExplanation,
      description: 'Whether the rules and routes of the input explain the state.',
    }),
    message: t.exposeString('message', { description: 'State and explanation as a sentence.' }),
    decidedBy: t.exposeString('decidedBy', {
      nullable: true,
      description: 'Name of the security rule that denies it; null where none does.',
    }),
    nextSteps: t.exposeStringList('nextSteps', { description: 'What to do, in this order.' }),
    pointer: t.exposeString('path', {
      description: 'JSON pointer below the argument input to its entry.',
    }),
  }),
});
