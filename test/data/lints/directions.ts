import { portStatements } from './facts.ts';
import type { Lint } from './lint.ts';

export const directions: Lint = {
  name: 'directions',
  description:
    'A rule is outbound if the virtual network is its source and inbound if it is its destination; one of the two holds.',
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
