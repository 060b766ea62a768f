/** Reports on sources with parameters, and what they assume because of defaults. */

import type { ConfigReport } from '../../../../core/validate/report.ts';
import { validateSource } from '../../../../core/validate/validate-source.ts';
import { none } from './sample-documents.ts';

/** What is assumed of the instance because of defaults, each with its parameter. */
export const assumedIn = (report: ConfigReport) =>
  report.assumptions
    .filter(({ code }) => code === 'PARAMETER_DEFAULTS')
    .flatMap(({ text }) => /what the instance is: (.*)\. Give/.exec(text)?.[1]?.split('; '));

export const sourceReport = (path: string, text: string, parameters: object) =>
  validateSource({ files: [{ path, text }] }, { ...none, parameters: { ...parameters } });
