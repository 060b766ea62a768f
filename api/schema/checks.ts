/** The checks that a validation runs, in words. */

import { builder } from '../builder.ts';
import { type Check as CheckData, checks } from '../validate/checks/index.ts';
import { Severity } from './enums.ts';
import { Citation } from './sources.ts';

const Check = builder.objectRef<CheckData>('Check');

Check.implement({
  description: 'One thing that validateConfig looks for.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Permanent id, kebab-case; also the rule id in a SARIF report.',
    }),
    title: t.exposeString('title', { description: 'Short name.' }),
    severity: t.expose('severity', {
      type: Severity,
      description: 'Severity of its findings, unless a finding says otherwise.',
    }),
    description: t.exposeString('summary', { description: 'What the check finds.' }),
    rationale: t.exposeString('rationale', { description: 'Why it matters.' }),
    avoid: t.exposeString('avoid', { description: 'An example of what it objects to.' }),
    prefer: t.exposeString('prefer', { description: 'An example of what it accepts instead.' }),
    citations: t.expose('citations', { type: [Citation], description: 'What it rests on.' }),
  }),
});

builder.queryField('checks', (t) =>
  t.field({
    type: [Check],
    description: 'The checks that validateConfig runs, in the order of its findings.',
    resolve: () => checks,
  }),
);
