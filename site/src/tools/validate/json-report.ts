/** A report as plain values, which a worker can send. */

import { toSarif } from '../../../../core/validate/report/sarif.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { renderAll } from '../render-all.ts';

/** The report with the field names of the API, as shown and downloaded. */
function jsonOf({ remediation, denyByDefault, edits, filters: _, flows, ...report }: ConfigReport) {
  return {
    ...report,
    flows: flows.map(({ rule, statement, ...flow }) => ({
      ...flow,
      portRule: { ruleId: rule.id, title: rule.title, edition: statement.edition },
    })),
    remediation: renderAll(remediation()),
    denyByDefault: renderAll(denyByDefault()),
    edits: edits(),
  };
}
export type JsonReport = ReturnType<typeof jsonOf>;

export const resultOf = (report: ConfigReport) => ({
  report: jsonOf(report),
  changes: { remediation: report.remediation(), denyByDefault: report.denyByDefault() },
  sarif: toSarif(report),
});
