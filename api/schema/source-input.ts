/** Bicep or Terraform as an input of validateConfig. */

import { maxFiles, maxText } from '../../core/validate/read/source/files.ts';
import { builder } from './builder.ts';

const SourceFileInput = builder.inputType('SourceFileInput', {
  description: 'One file of the deployment: its path and its text.',
  fields: (t) => ({
    path: t.string({
      required: true,
      description:
        'Path below a common folder, with slashes: infra/main.bicep. Files refer to each other by it.',
    }),
    text: t.string({ required: true, description: 'The text as it is in the file.' }),
  }),
});

export const SourceInput = builder.inputType('SourceInput', {
  description: `The files of one deployment in Bicep or Terraform, values files (.bicepparam, parameters.json, tfvars) among them: at most ${maxFiles} files with ${maxText} characters in all, and within the 1 MiB that a request may have.`,
  fields: (t) => ({
    files: t.field({
      type: [SourceFileInput],
      required: true,
      description:
        'All files that belong to it; modules that are missing are named in sourceProblems.',
    }),
    entry: t.string({
      description:
        'Path of the file (Bicep, or its values file) or folder (Terraform) to deploy; needed only if there are several.',
    }),
  }),
});
