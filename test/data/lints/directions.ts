import { portStatements } from './facts.ts';
import type { Lint } from './lint.ts';

export const directions: Lint = {
  name: 'directions',
  description:
    'A rule is outbound where the virtual network is its source, inbound where it is its destination, and one of the two.',
  offenders: (catalog) =>
    portStatements(catalog)
      .filter(({ statement }) => {
        const isOutbound = statement.source === 'VirtualNetwork';
        const isInbound = statement.destination === 'VirtualNetwork';
        return (
          (!isOutbound && !isInbound) ||
          statement.directions.includes('OUTBOUND') !== isOutbound ||
          statement.directions.includes('INBOUND') !== isInbound
        );
      })
      .map(
        ({ at, statement }) =>
          `${at}: ${statement.directions} from ${statement.source} to ${statement.destination}`,
      ),
};
