import { isAscending, portStatements, repeated } from './facts.ts';
import type { Lint } from './lint.ts';

function isPortOrRange(text: string): boolean {
  if (text === '*') return true;
  if (!/^[1-9]\d{0,4}(-[1-9]\d{0,4})?$/.test(text)) return false;
  const [from = 0, to = from] = text.split('-').map(Number);
  return from <= to && to <= 65535 && text !== `${from}-${from}`;
}

/** Whether the ports that are in both lists have the same order. */
function agree(before: readonly string[], after: readonly string[]): boolean {
  const common = before.filter((port) => after.includes(port));
  return common.join() === after.filter((port) => common.includes(port)).join();
}

export const ports: Lint = {
  name: 'ports',
  description:
    'Ports are numbers, ranges or *; those of an endpoint ascend, those of a rule keep their printed order through its editions.',
  offenders: (catalog) => [
    ...portStatements(catalog).flatMap(({ at, statement }) => {
      const { sourcePorts, destinationPorts, optionalDestinationPorts } = statement;
      const all = [...destinationPorts, ...optionalDestinationPorts];
      return [
        ...(sourcePorts.join() === '*' ? [] : [`${at}: source ports ${sourcePorts}`]),
        ...(destinationPorts.length > 0 ? [] : [`${at}: no port`]),
        ...all.filter((port) => !isPortOrRange(port)).map((port) => `${at}: ${port} is not a port`),
        ...repeated(all).map((port) => `${at}: port ${port} twice`),
      ];
    }),
    ...catalog.portRules.flatMap(({ id, statements }) =>
      statements
        .filter(
          ({ destinationPorts }, index) =>
            !agree(statements[index - 1]?.destinationPorts ?? [], destinationPorts),
        )
        .map(({ edition }) => `${id}: ports of ${edition} in another order than before`),
    ),
    ...catalog.endpoints.flatMap(({ id, ports: list }) => [
      ...(list.length > 0 ? [] : [`${id}: no port`]),
      ...list
        .filter((port) => !/^\d+$/.test(port) || !isPortOrRange(port))
        .map((port) => `${id}: ${port} is not a port`),
      ...repeated(list).map((port) => `${id}: port ${port} twice`),
      ...(isAscending(list.map(Number)) ? [] : [`${id}: ports do not ascend`]),
    ]),
  ],
};
