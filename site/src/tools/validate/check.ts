/** Validates a text as the API does, with the form for what the text does not say. */

import type { Deployment, DeploymentLocation } from '../../../../core/deployment.ts';
import { InputError } from '../../../../core/input-error.ts';
import {
  groupDocuments,
  serviceDocuments,
} from '../../../../core/validate/read/accepted-documents.ts';
import { describesService } from '../../../../core/validate/read/document.ts';
import { toSarif } from '../../../../core/validate/report/sarif.ts';
import type { ConfigReport, WhatIf } from '../../../../core/validate/report.ts';
import { validate, validateDocument } from '../../../../core/validate/validate.ts';
import { renderAll } from '../render-all.ts';
import { readServiceTagFiles } from '../service-tag-files.ts';
import { parseJson } from './parse-json.ts';

interface CheckInput {
  readonly source: string | Blob;
  /** Describes the instance if the text is only a network security group. */
  readonly deployment: Omit<Deployment, 'locations'>;
  readonly location: Omit<DeploymentLocation, 'networkSecurityGroup'>;
  readonly whatIf: WhatIf;
  readonly serviceTagFiles: readonly File[];
}

const accepted = [...groupDocuments, ...serviceDocuments];

/** The report with the field names of the API, as shown and downloaded. */
function jsonOf({ remediation, denyByDefault, edits, flows, ...report }: ConfigReport) {
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

export async function check(input: CheckInput) {
  const { source, deployment, location, whatIf } = input;
  const text = typeof source === 'string' ? source : await source.text();
  if (text.trim() === '') {
    throw new InputError('there is no network to validate; paste one or open a file', {
      path: ['document'],
      given: undefined,
      accepted,
    });
  }
  const document = parseJson(text, { path: ['document'], accepted });
  const options = { whatIf, serviceTagFiles: await readServiceTagFiles(input.serviceTagFiles) };
  const isAlone = !describesService(document);
  const report = isAlone
    ? validate(
        { ...deployment, locations: [{ ...location, networkSecurityGroup: { document } }] },
        options,
      )
    : validateDocument(document, options);
  return {
    isAlone,
    report: jsonOf(report),
    changes: { remediation: report.remediation(), denyByDefault: report.denyByDefault() },
    sarif: toSarif(report),
  };
}
