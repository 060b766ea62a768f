/**
 * The ladders of security groups within a SARIF log: as SVG in an artifact of the log, which the findings on flows that
 * the group does not let pass attach, and as text in the message of these.
 */

import type { Direction } from '../../../data/model.ts';
import { ladderFile } from '../../render/drawing/ladder-file.ts';
import { textLadder } from '../../render/drawing/text-ladder.ts';
import type { Finding } from '../report.ts';
import type { Judged } from './check-run.ts';
import { drawingsOf } from './drawing.ts';

/** At most so many are drawn, 8 kB each; the findings of later ones have none. */
const mostLadders = 200;

export interface Artifact {
  readonly description: { readonly text: string };
  readonly mimeType: 'image/svg+xml';
  readonly encoding: 'utf-8';
  readonly roles: readonly ['attachment'];
  readonly contents: { readonly text: string };
}

/** What a result has in addition. */
export interface LadderOfResult {
  readonly markdown: string;
  readonly attachments: readonly {
    readonly description: { readonly text: string };
    readonly artifactLocation: { readonly index: number };
  }[];
}

export interface SarifLadders {
  readonly artifacts: readonly Artifact[];
  of(finding: Finding): LadderOfResult | undefined;
}

/** Markdown of a text in a block of code, whatever the names in it are. */
const fenced = (text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
};

export function sarifLadders(judged: readonly Judged[]): SarifLadders {
  // The artifacts of a log differ from each other, though two deployments may have one network.
  const artifacts = new Map<string, Artifact>();
  let drawn = 0;
  const byFinding = new Map<Finding, LadderOfResult>();
  for (const { report, findings } of judged) {
    if (drawn === mostLadders) break;
    const stopped = report.flows.filter(({ outcome }) => outcome !== 'ALLOWED');
    const isOnOne = ({ region, flows }: Finding, direction?: Direction) =>
      stopped.some(
        (flow) =>
          flow.region === region &&
          flows.includes(flow.key) &&
          flow.direction === (direction ?? flow.direction),
      );
    const explained = findings.filter((finding) => isOnOne(finding));
    if (explained.length === 0) continue;
    for (const { region, ladders } of drawingsOf(report)) {
      for (const ladder of ladders) {
        const own = explained.filter(
          (finding) => finding.region === region && isOnOne(finding, ladder.direction),
        );
        if (own.length === 0 || drawn === mostLadders) continue;
        drawn += 1;
        const text = textLadder(ladder);
        const description = { text: `${ladder.title} in ${region}` };
        const picture = ladderFile(ladder);
        if (!artifacts.has(picture)) {
          artifacts.set(picture, {
            description: { text },
            mimeType: 'image/svg+xml',
            encoding: 'utf-8',
            roles: ['attachment'],
            contents: { text: picture },
          });
        }
        const index = [...artifacts.keys()].indexOf(picture);
        for (const finding of own) {
          const before = byFinding.get(finding);
          byFinding.set(finding, {
            markdown: [before?.markdown, fenced(text)].filter(Boolean).join('\n\n'),
            attachments: [
              ...(before?.attachments ?? []),
              { description, artifactLocation: { index } },
            ],
          });
        }
      }
    }
  }
  return { artifacts: [...artifacts.values()], of: (finding) => byFinding.get(finding) };
}
