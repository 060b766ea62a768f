/** A feature of a source language, with files that need it to decide whether Azure SQL can be reached. */

import { InputError } from '../../../core/input-error.ts';
import type { SourceFile } from '../../../core/validate/read/source/files.ts';
import { validateInput } from '../../../core/validate/validate-input.ts';

export interface SourceFeature {
  readonly name: string;
  /** As it is written, for the page. */
  readonly example: string;
  /** Files in which a rule lets traffic to Azure SQL pass on this port, with the feature between the port and the rule. */
  readonly files: (port: string) => readonly SourceFile[];
  /** For what is not read: what the report says of it. */
  readonly otherwise?: string;
}

export const sqlPort = '1433';

/** The outcome of the flow to Azure SQL, and the rule that decides it; undefined for files that cannot be judged. */
export function sqlFlow({ files }: SourceFeature, port: string) {
  try {
    const source = { files: files(port) };
    const report = validateInput({ source }, { serviceTagFiles: [], whatIf: 'NONE' });
    const flow = report.flows.find(({ key }) => key === `outbound-${sqlPort}-Sql`);
    return flow && { outcome: flow.outcome, decidedBy: flow.decidedBy };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Whether the rule is understood: the port of Azure SQL lets the flow pass, another one does not. */
export function isRead(feature: SourceFeature): boolean {
  return (
    sqlFlow(feature, sqlPort)?.outcome === 'ALLOWED' &&
    sqlFlow(feature, String(Number(sqlPort) + 1))?.outcome === 'DENIED'
  );
}
