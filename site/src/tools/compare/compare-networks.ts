/** Compares two states of a network as `apim-atlas diff` does: what a change opens, closes and breaks. */

import { InputError } from '../../../../core/input-error.ts';
import { compareReports } from '../../../../core/validate/compare/compare-reports.ts';
import type { InputOptions } from '../../../../core/validate/input-options.ts';
import { isCode } from '../../../../core/validate/read/source/file-kinds.ts';
import {
  comparisonJson,
  comparisonMarkdown,
  countsOf,
  hasChanges,
  packetGroups,
  verdictsOf,
} from '../../../../core/validate/report/comparison.ts';
import { needsOf, reasonOf, wordsOf } from '../../../../core/validate/report/packet-set-text.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { readServiceTagFiles } from '../service-tag-files.ts';
import { Excerpts, type ShownProblem } from '../validate/excerpt.ts';
import { type FormInstance, judgeDocument, type Network, textsOf } from '../validate/judge.ts';
import { RefusedSource } from '../validate/refused-source.ts';

interface ComparisonInput extends FormInstance {
  readonly before: Network;
  readonly after: Network;
}

export async function compareNetworks({ before, after, ...instance }: ComparisonInput) {
  const options: InputOptions = { whatIf: 'NONE', serviceTagFiles: await readServiceTagFiles([]) };
  const old = await judged('before', before, instance, options);
  const now = await judged('after', after, instance, options);
  const comparison = compareReports(old.report, now.report);
  const run = { compared: [{ path: 'network', comparison }], notCompared: [] };
  return {
    verdicts: verdictsOf(comparison),
    counts: countsOf(comparison),
    hasChanges: hasChanges(run),
    packets: packetGroups.flatMap(([kind, , word]) =>
      comparison[kind].map((set) => ({
        kind,
        word,
        packets: wordsOf(set),
        reason: reasonOf(set, word),
        needs: needsOf(set),
      })),
    ),
    appeared: comparison.appeared.map(findingOf),
    resolved: comparison.resolved.map(findingOf),
    notCompared: comparison.notCompared,
    problems: { before: old.problems, after: now.problems },
    markdown: comparisonMarkdown(run),
    json: `${JSON.stringify(comparisonJson(run), null, 2)}\n`,
  };
}

const findingOf = ({ checkId, severity, title, message }: ConfigReport['findings'][number]) => ({
  checkId,
  severity,
  title,
  message,
});

interface Judged {
  readonly report: ConfigReport;
  /** What could not be read of Bicep or Terraform. */
  readonly problems: readonly ShownProblem[];
}

/** Errors name the side, so that the page marks its box. */
async function judged(
  side: 'before' | 'after',
  network: Network,
  instance: FormInstance,
  options: InputOptions,
): Promise<Judged> {
  try {
    const texts = await textsOf(network);
    if (!texts.files.some(({ path }) => isCode(path))) {
      return { report: judgeDocument(texts.files, instance, options).report, problems: [] };
    }
    const { judgeSource } = await import('../validate/judge-source.ts');
    const excerpts = new Excerpts(texts.files);
    const report = judgeSource(texts, options, excerpts);
    return { report, problems: excerpts.ofProblems(report.problems) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message, path, accepted } = error;
    const isOfForm = path.includes('location') || path.includes('locations');
    const where = isOfForm ? path : [side, 'document'];
    const shown = error instanceof RefusedSource ? error.shown : nothing;
    throw new RefusedSource(`${side}: ${message}`, { path: where, accepted }, shown);
  }
}

const nothing = { excerpt: undefined, missingValues: [], problems: [] };
