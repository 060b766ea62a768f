/** A report as plain values, which a worker can send. */

import { flowPicture } from '../../../../core/render/drawing/flow-picture.ts';
import { ruleLadder } from '../../../../core/render/drawing/rule-ladder.ts';
import { withStyle } from '../../../../core/render/drawing/style.ts';
import { textDrawing } from '../../../../core/render/drawing/text-drawing.ts';
import { drawingsOf } from '../../../../core/validate/report/drawing.ts';
import { toMarkdown } from '../../../../core/validate/report/markdown.ts';
import { toSarif } from '../../../../core/validate/report/sarif.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { findRegion } from '../../../../data/index.ts';
import { renderAll } from '../render-all.ts';
import { flowAddress } from './flow-address.ts';

/** The fields of a report that are values: what is computed on demand is a function, which no worker can send. */
type Values = {
  [Key in keyof ConfigReport as ConfigReport[Key] extends (...args: never) => unknown
    ? never
    : Key]: ConfigReport[Key];
};

const valuesOf = (report: ConfigReport) =>
  Object.fromEntries(
    Object.entries(report).filter(([, value]) => typeof value !== 'function'),
  ) as unknown as Values;

/** The report with the field names of the API, as shown and downloaded. */
function jsonOf(report: ConfigReport) {
  const { flows, ...values } = valuesOf(report);
  return {
    ...values,
    flows: flows.map(({ rule, statement, trace, steps, ...flow }) => ({
      ...flow,
      trace: trace(),
      steps: steps(),
      portRule: { ruleId: rule.id, title: rule.title, edition: statement.edition },
    })),
    remediation: renderAll(report.remediation()),
    denyByDefault: renderAll(report.denyByDefault()),
    edits: report.edits(),
  };
}
export type JsonReport = ReturnType<typeof jsonOf>;

const shapes = ['wide', 'narrow'] as const;

/** SVG for wide and narrow screens, and what the drawings show as values, for tables. */
function picturesOf(report: ConfigReport) {
  return drawingsOf(report).map(({ region, flows, ladders }) => ({
    place: findRegion(region)?.displayName ?? region,
    headline: flows.headline,
    text: textDrawing(flows),
    svg: shapes.map((shape) =>
      flowPicture(flows, {
        shape,
        hrefOf: ({ key }) => `#${flowAddress(region, key.replace(/^reply-/, ''))}`,
      }),
    ),
    ladders: ladders.map((ladder) => ({
      ...ladder,
      svg: shapes.map((shape) => ruleLadder(ladder, shape)),
    })),
  }));
}
export type Picture = ReturnType<typeof picturesOf>[number];

function instanceOf(report: ConfigReport) {
  const { kinds, locations } = report.instance();
  return {
    kinds,
    locations: locations.map((location) => ({
      ...location,
      displayName: findRegion(location.region)?.displayName,
    })),
  };
}

/** The flows of the first location as a file of its own; empty where none was judged. */
function pictureOf(report: ConfigReport): string {
  const [first] = drawingsOf(report);
  return first ? flowPicture(first.flows, { shape: 'wide' }) : '';
}

function markdownOf(report: ConfigReport): string {
  const findings = report.findings.map((finding) => ({
    ...finding,
    location: finding.sourceLocation,
    fingerprint: '',
    suppression: undefined,
  }));
  const judged = {
    path: report.read?.entry || 'network',
    service: undefined,
    report,
    findings,
    missingValues: report.missingValues.map(({ name }) => name),
    notes: [...(report.read?.note === undefined ? [] : [report.read.note]), ...report.unused],
  };
  return toMarkdown({ judged: [judged], notJudged: [], ignoreProblems: [] });
}

export const resultOf = (report: ConfigReport) => ({
  report: jsonOf(report),
  changes: { remediation: report.remediation(), denyByDefault: report.denyByDefault() },
  pictures: picturesOf(report),
  instance: instanceOf(report),
  sarif: toSarif(report),
  markdown: markdownOf(report),
  picture: withStyle(pictureOf(report)),
});
