/** Which values files of a root module are deployed together. Each line is a file with the names that it has values for. */

import { describe, expect, it } from 'vitest';
import { findDeployments } from '../../../../../core/validate/read/source/deployments.ts';
import { SourceFiles } from '../../../../../core/validate/read/source/files.ts';

type Values = Readonly<Record<string, string>>;

const root = (required: string, optional: string) =>
  [
    ...required.split(' ').map((name) => `variable "${name}" {}`),
    ...optional.split(' ').map((name) => `variable "${name}" {\n  default = 1\n}`),
    'resource "azurerm_api_management" "apim" {}',
  ].join('\n');

/** Of each entry its values files, joined; the root has no name. */
function entriesOf(values: Values, required = 'a b', optional = 'x') {
  const files = [
    { path: 'main.tf', text: root(required, optional) },
    ...Object.entries(values).map(([path, names]) => ({
      path,
      text: path.endsWith('.json')
        ? JSON.stringify(Object.fromEntries(names.split(' ').map((name) => [name, 1])))
        : names
            .split(' ')
            .map((name) => `${name} = 1\n`)
            .join(''),
    })),
  ];
  const [deployment] = findDeployments(new SourceFiles(files)).deployments;
  return deployment?.entries.map(({ path, valuesFiles }) => `${path}: ${valuesFiles.join(' ')}`);
}

describe('values files', () => {
  it.each<[string, Values, readonly string[]]>([
    [
      'that have all are one each',
      { 'dev.tfvars': 'a b', 'prod.tfvars': 'a b' },
      ['dev.tfvars: dev.tfvars', 'prod.tfvars: prod.tfvars'],
    ],
    [
      'with a common one go with it',
      { 'common.tfvars': 'a', 'dev.tfvars': 'b', 'prod.tfvars.json': 'b' },
      ['dev.tfvars: common.tfvars dev.tfvars', 'prod.tfvars.json: common.tfvars prod.tfvars.json'],
    ],
    [
      'of one environment are one choice, so the root is judged',
      { 'common.tfvars': 'a', 'prod.tfvars': 'b' },
      [': common.tfvars prod.tfvars'],
    ],
    [
      'with a common one in a folder above go with it',
      { 'env/common.tfvars': 'a', 'env/dev/x.tfvars': 'b', 'env/prod/x.tfvars': 'b' },
      [
        'env/dev/x.tfvars: env/common.tfvars env/dev/x.tfvars',
        'env/prod/x.tfvars: env/common.tfvars env/prod/x.tfvars',
      ],
    ],
    [
      'go together by name where several have the value',
      { 'dev.net.tfvars': 'b', 'dev.tfvars': 'a', 'prod-net.tfvars': 'b', 'prod.tfvars': 'a' },
      ['dev.tfvars: dev.net.tfvars dev.tfvars', 'prod.tfvars: prod-net.tfvars prod.tfvars'],
    ],
    [
      'do not go together by folder alone',
      {
        'dev/net.tfvars': 'b',
        'dev/main.tfvars': 'a',
        'prod/net.tfvars': 'b',
        'prod/main.tfvars': 'a',
      },
      ['dev/main', 'dev/net', 'prod/main', 'prod/net'].map(
        (name) => `${name}.tfvars: ${name}.tfvars`,
      ),
    ],
    [
      'are judged alone where several may belong to each',
      { 'north.tfvars': 'a', 'one.tfvars': 'b', 'south.tfvars': 'a', 'two.tfvars': 'b' },
      ['north', 'one', 'south', 'two'].map((name) => `${name}.tfvars: ${name}.tfvars`),
    ],
    [
      'are judged alone where their order would decide',
      { 'common.tfvars': 'a x', 'dev.tfvars': 'b x', 'prod.tfvars': 'b x' },
      ['common', 'dev', 'prod'].map((name) => `${name}.tfvars: ${name}.tfvars`),
    ],
    [
      'are judged alone where only values with defaults differ',
      { 'dev.tfvars': 'a b', 'sizes.tfvars': 'x' },
      ['dev.tfvars: dev.tfvars', 'sizes.tfvars: sizes.tfvars'],
    ],
    [
      'that lack what no file has are judged alone',
      { 'dev.tfvars': 'b', 'prod.tfvars': 'b' },
      ['dev.tfvars: dev.tfvars', 'prod.tfvars: prod.tfvars'],
    ],
    [
      'that Terraform reads unnamed are read with each',
      { 'dev.tfvars': 'b', 'prod.tfvars': 'b', 'terraform.tfvars': 'a' },
      ['dev.tfvars: dev.tfvars', 'prod.tfvars: prod.tfvars'],
    ],
    [
      'beside unnamed ones that have all are further choices',
      { 'a.auto.tfvars': 'a b', 'dev.tfvars': 'x' },
      [': ', 'dev.tfvars: dev.tfvars'],
    ],
    ['that are unnamed alone make the root', { 'a.auto.tfvars': 'a' }, [': ']],
  ])('%s', (_, values, expected) => {
    expect(entriesOf(values)).toEqual(expected);
  });

  it.each<[string, Values, readonly string[]]>([
    [
      'by its part',
      { 'dev.tfvars': 'a', 'prod.network.tfvars': 'b', 'prod.tfvars': 'a' },
      ['dev.tfvars: dev.tfvars', 'prod.tfvars: prod.network.tfvars prod.tfvars'],
    ],
    [
      'that has all',
      { 'dev.tfvars': 'a b', 'prod.tfvars': 'x' },
      ['dev.tfvars: dev.tfvars', 'prod.tfvars: prod.tfvars'],
    ],
    [
      'that alone has the value',
      { 'dev.tfvars': 'a', 'prod.tfvars': 'b', 'test.tfvars': 'a' },
      ['dev', 'prod', 'test'].map((name) => `${name}.tfvars: ${name}.tfvars`),
    ],
    [
      'that is the only other one',
      { 'dev.tfvars': 'a', 'prod.tfvars': 'b' },
      ['dev.tfvars: dev.tfvars', 'prod.tfvars: prod.tfvars'],
    ],
    [
      'whose name only begins alike',
      { 'prod-net.tfvars': 'a', 'prod.tfvars': 'b', 'product.tfvars': 'a' },
      ['prod.tfvars: prod-net.tfvars prod.tfvars', 'product.tfvars: product.tfvars'],
    ],
    [
      'whose name is for all and goes with that of another',
      { 'base-prod.tfvars': 'b', 'base.tfvars': 'a', 'dev.tfvars': 'b' },
      ['base.tfvars: base-prod.tfvars base.tfvars', 'dev.tfvars: dev.tfvars'],
    ],
  ])('of one environment are not taken for another %s', (_, values, expected) => {
    expect(entriesOf(values)).toEqual(expected);
  });

  it('of three parts go together', () => {
    const values = {
      'common.tfvars': 'a',
      'dev.net.tfvars': 'b',
      'dev.tfvars': 'c',
      'prod.net.tfvars': 'b',
      'prod.tfvars': 'c',
    };
    expect(entriesOf(values, 'a b c')).toEqual(
      ['dev', 'prod'].map(
        (name) => `${name}.tfvars: common.tfvars ${name}.net.tfvars ${name}.tfvars`,
      ),
    );
  });

  it('of more than 100 are judged alone', () => {
    const values = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`${index}.tfvars`, 'b']),
    );
    const entries = entriesOf({ ...values, 'common.tfvars': 'a' });
    expect(entries).toContain('7.tfvars: 7.tfvars');
    expect(entries).toHaveLength(101);
  });
});
