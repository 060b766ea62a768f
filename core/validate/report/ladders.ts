/** Ladders of rules and routes, as text for people and as JSON for scripts. */

import { unknownRegionName } from '../../answers/unknown-region.ts';
import type { Ladder, Rung } from '../why/ladder.ts';
import { printable } from './printable.ts';
import type { Paint, TextOptions } from './text.ts';

/** The ladders of one deployment. */
export interface ExplainedDeployment {
  readonly path: string;
  /** Name of the service, where several were in one document. */
  readonly service: string | undefined;
  readonly ladders: readonly Ladder[];
}

const outcomes = {
  ALLOWED: ['good', 'allowed'],
  DENIED: ['error', 'denied'],
  PARTIAL: ['warning', 'allowed in part'],
  UNKNOWN: ['warning', 'undecided'],
} as const satisfies Record<Ladder['outcome'], readonly [Paint, string]>;

const regionText = (region: string) => (region === unknownRegionName ? 'region not known' : region);

export function laddersText(
  explained: readonly ExplainedDeployment[],
  { paint, nameOf, isVerbose }: Pick<TextOptions, 'paint' | 'nameOf' | 'isVerbose'>,
): string {
  return explained
    .flatMap(({ path, service, ladders }) =>
      ladders.map((ladder) => {
        const [style, word] = outcomes[ladder.outcome];
        const name = `${printable(nameOf(path))}${service === undefined ? '' : ` (${printable(service)})`}`;
        const by = ladder.decidedBy === null ? '' : ` by ${printable(ladder.decidedBy)}`;
        return [
          `${paint('strong', name)}, ${regionText(ladder.region)}`,
          `${printable(ladder.packets)}: ${paint(style, word)}${by}`,
          ...elementLines(ladder.rungs, paint, nameOf),
          ...ladder.notes.map((note) => `  ${paint('quiet', '=')} ${printable(note)}`),
          ...(isVerbose ? ladder.assumptions : []).map((text) =>
            paint('quiet', `  assumed: ${printable(text)}`),
          ),
          '',
        ].join('\n');
      }),
    )
    .join('\n');
}

const headings: Readonly<Record<Rung['element'], string>> = {
  SECURITY_ADMIN_RULES: 'security admin rules',
  NETWORK_SECURITY_GROUP: 'security group',
  ROUTE: 'route',
  FIREWALL: 'firewall',
};

/** Under a heading each, where there are several elements. */
function elementLines(
  rungs: readonly Rung[],
  paint: TextOptions['paint'],
  nameOf: TextOptions['nameOf'],
): readonly string[] {
  const groups = Map.groupBy(rungs, ({ element, elementName }) =>
    [headings[element], elementName ?? ''].join(' ').trim(),
  );
  if (groups.size < 2 && rungs[0]?.element === 'NETWORK_SECURITY_GROUP') {
    return rungLines(rungs, paint, nameOf);
  }
  return [...groups].flatMap(([heading, own]) => [
    `  ${paint('quiet', printable(heading))}`,
    ...rungLines(own, paint, nameOf),
  ]);
}

function rungLines(
  rungs: readonly Rung[],
  paint: TextOptions['paint'],
  nameOf: TextOptions['nameOf'],
): readonly string[] {
  const rows = rungs.map((rung) => [
    priorityOf(rung),
    printable(rung.rule),
    (rung.access ?? 'open').toLowerCase(),
    deedOf(rung),
    rung.sourceLocation
      ? printable(`${nameOf(rung.sourceLocation.file)}:${rung.sourceLocation.line}`)
      : rung.isDefault
        ? 'default rule'
        : '',
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row, index) => {
    const [priority = '', ...cells] = row.map((cell, column) =>
      column === 0 ? cell.padStart(widths[0] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    const line = `  ${priority}  ${cells.join('  ')}`.trimEnd();
    return isQuiet(rungs[index] as Rung) ? paint('quiet', line) : line;
  });
}

function priorityOf({ priority, element }: Rung): string {
  if (priority !== null) return `${priority}`;
  return element === 'ROUTE' || element === 'FIREWALL' ? '' : '?';
}

const isQuiet = ({ misses, fraction }: Rung) => misses.length > 0 || fraction === 0;

/** What the rule or route does with the packets, in words. */
export function deedOf({ misses, fraction, element, access }: Rung): string {
  if (element === 'ROUTE') {
    const verb = access === 'DENY' ? 'drop' : 'lead on';
    return fraction === null ? `may ${verb}` : verb.replace(/^\w+/, '$&s');
  }
  if (misses.length > 0) return `other ${misses.join(', ')}`;
  if (fraction === null) return 'may decide some';
  if (fraction === 0) return 'decides none that are left';
  if (fraction === 1) return 'decides';
  const share = 100 * fraction;
  const shown =
    share > 99.9
      ? 'more than 99.9'
      : share < 0.001
        ? 'less than 0.001'
        : `${Number(share.toPrecision(2))}`;
  return `decides ${shown} %`;
}

/** The shape `why-v1`: fields may be added, none is taken away. */
export function laddersJson(explained: readonly ExplainedDeployment[]) {
  return {
    format: 'why-v1',
    deployments: explained.map(({ path, service, ladders }) => ({
      path,
      service: service ?? null,
      ladders: ladders.map(({ rungs, ...ladder }) => ({
        ...ladder,
        rungs: rungs.map(({ sourceLocation, ...rung }) => ({
          ...rung,
          location: sourceLocation ?? null,
        })),
      })),
    })),
  };
}
