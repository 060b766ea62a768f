/** Groups that say which subnets they serve, in the shapes of an export. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../../core/deployment.ts';
import { example, inbound } from '../../../../core/validate/checks/kit/example.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { validateDocument } from '../../../../core/validate/validate-document.ts';
import { propertiesOf } from '../../../support/shapes.ts';

const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;
const id = (name: string) => ({ id: `/subscriptions/s/virtualNetworks/vnet/subnets/${name}` });
const rule = inbound('Management', 100, 'ALLOW', 'ApiManagement', '3443');
const securityRules = [{ name: rule.name, properties: propertiesOf(rule) }];

const actual = ({ findings }: ConfigReport) =>
  findings
    .filter(({ checkId }) => checkId === 'shared-nsg')
    .map(({ path, message }) => ({ path, message }));

const of = (document: unknown) =>
  actual(
    validate(withDefaults(example('', { networkSecurityGroup: { document } }).deployment), options),
  );

const here = '/deployment/locations/0/networkSecurityGroup/document';
const message = 'the network security group serves 2 subnets: apim and machines';

describe('shared-nsg', () => {
  it('reads the shape of the REST API', () => {
    const subnets = [id('apim'), id('machines')];
    expect(of({ properties: { securityRules, subnets } })).toEqual([
      { path: `${here}/properties/subnets`, message },
    ]);
  });

  it('reads the shape of az', () => {
    expect(of({ securityRules, subnets: [id('apim'), id('machines')] })).toEqual([
      { path: `${here}/subnets`, message },
    ]);
  });

  it.each([
    { about: 'one subnet', subnets: [id('apim')] },
    { about: 'one subnet in two spellings', subnets: [id('apim'), id('APIM')] },
    { about: 'no subnets', subnets: [] },
    { about: 'null', subnets: null },
    { about: 'subnets without ids', subnets: [{}, { id: 1 }, 'subnet'] },
  ])('is content with $about', ({ subnets }) => {
    expect(of({ properties: { securityRules, subnets } })).toEqual([]);
  });

  it('leads to the list in a document of several resources', () => {
    const file = new URL('../../../fixtures/documents/exported-resources.json', import.meta.url);
    const document = JSON.parse(readFileSync(file, 'utf8'));
    const index = document.findIndex(
      ({ type }: { type: string }) => type === 'Microsoft.Network/networkSecurityGroups',
    );
    expect(actual(validateDocument(document, options))).toEqual([]);
    document[index].properties.subnets = [id('apim'), id('machines')];
    expect(actual(validateDocument(document, options))).toEqual([
      { path: `/document/${index}/properties/subnets`, message },
    ]);
  });
});
