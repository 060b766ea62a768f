import { isAscending, repeated } from './facts.ts';
import type { Lint } from './lint.ts';

export const conflictPositions: Lint = {
  name: 'conflict-positions',
  description:
    'A conflict has at least two positions, all different; positions and their citations are oldest first, and no section is cited twice.',
  offenders: ({ conflicts, sources }) => {
    const dates = new Map(sources.map(({ id, date }) => [id, date]));
    return conflicts.flatMap(({ id, positions }) => {
      const days = positions.map(({ citations }) =>
        citations.map(({ source }) => dates.get(source) ?? ''),
      );
      const places = positions.flatMap(({ citations }) =>
        citations.map(({ source, section }) => `${source}, ${section}`),
      );
      return [
        ...(positions.length >= 2 ? [] : [`${id}: fewer than two positions`]),
        ...repeated(positions.map(({ statement }) => statement)).map(
          (statement) => `${id}: two positions say: ${statement}`,
        ),
        ...(days.every(isAscending) ? [] : [`${id}: citations of a position not oldest first`]),
        ...(isAscending(days.map(([first = '']) => first))
          ? []
          : [`${id}: positions not oldest first`]),
        ...repeated(places).map((place) => `${id}: cites ${place} twice`),
      ];
    });
  },
};
