/** Rules that decide nothing in real deployments: those that the corpus names, and no others. */

import { describe, expect, it } from 'vitest';
import { findCheck } from '../../../../core/validate/checks/index.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { cases, deploymentOfCase, publicFiles } from '../../../support/corpus.ts';
import { ids } from './idle-rules.ts';

/** Also found, and true because the rule before holds every address of the tag. */
const alsoFound: Readonly<Record<string, readonly string[]>> = {
  'quickstart-internal-vnet-publicip': ['rule-shadowed Access_KeyVault'],
  'avm-apimanagement-full-nsg': ['rule-shadowed allow-azure-traffic-manager'],
  'ai-hub-gateway': ['rule-shadowed AllowAzureTrafficManager'],
  // The destination is the prefix of another subnet, which is what the case is about.
  'other-subnet-cidr': ['wrong-destination AllowAPIMManagement'],
};

describe.runIf(cases.length > 0).each([
  { files: 'no weekly file', serviceTagFiles: [] },
  { files: 'the weekly file', serviceTagFiles: publicFiles },
])('real deployments with $files', ({ serviceTagFiles }) => {
  it.each(cases)('$name', (given) => {
    const { findings } = validate(deploymentOfCase(given), { serviceTagFiles, whatIf: 'NONE' });
    const found = findings
      .filter(({ checkId }) => ids.includes(checkId))
      .map(({ checkId, path }) => {
        const index = Number(/securityRules\/(\d+)/.exec(path)?.[1]);
        return `${checkId} ${given.nsgRules?.[index]?.name}`;
      });
    const listed = (given.expect.warnings ?? [])
      .map((warning) => warning.split(':'))
      .map(([code = '', name]) => ({ id: findCheck(code)?.id ?? code, name }))
      .filter(({ id }) => ids.includes(id))
      .map(({ id, name }) => `${id} ${name}`);
    expect(found.sort()).toEqual([...listed, ...(alsoFound[given.name] ?? [])].sort());
  });
});
