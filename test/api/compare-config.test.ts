/** compareConfig: two documents in, packets out, and errors that lead to the side they are about. */

import { describe, expect, it } from 'vitest';
import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import { client } from '../support/client.ts';
import { networkResources, outboundRule } from '../support/status-document.ts';

const { ask, fail } = client(shippedServiceTagFiles);

const mutation = `mutation ($before: ConfigInput!, $after: ConfigInput!) {
  compareConfig(before: $before, after: $after) {
    opened { example }
    closed {
      region direction protocols sourcePrefixes sourcePorts destinationPrefixes destinationPorts
      tags portRules { id } example decidedBefore decidedAfter conditions
    }
    undecided { example }
    notCompared
    appeared { checkId pointer }
    resolved { checkId }
    before { verdict } after { verdict }
  }
}`;

const side = (...rules: readonly object[]) => ({
  config: { document: networkResources({ rules }) },
});

describe('compareConfig', () => {
  it('has the packets that a rule closes, and the finding', async () => {
    const { compareConfig } = await ask(mutation, {
      before: side(),
      after: side(outboundRule('DenySql', 'Deny', 'Sql', '1433')),
    });
    expect(compareConfig).toMatchObject({
      opened: [],
      closed: [
        {
          region: 'westeurope',
          direction: 'OUTBOUND',
          protocols: ['ANY'],
          sourcePorts: ['*'],
          destinationPorts: ['1433'],
          tags: ['Sql'],
          portRules: [{ id: 'azure-sql' }],
          decidedBefore: ['AllowInternetOutBound'],
          decidedAfter: ['DenySql'],
          conditions: [],
        },
      ],
      undecided: [],
      notCompared: [],
      resolved: [],
    });
    expect(compareConfig.closed[0].destinationPrefixes.length).toBeGreaterThan(10);
    expect(compareConfig.appeared.map(({ checkId }: { checkId: string }) => checkId)).toContain(
      'required-flow-denied',
    );
  });

  it('of equal sides is empty', async () => {
    const rule = outboundRule('DenySql', 'Deny', 'Sql', '1433');
    const { compareConfig } = await ask(mutation, { before: side(rule), after: side(rule) });
    expect(compareConfig).toMatchObject({
      opened: [],
      closed: [],
      undecided: [],
      notCompared: [],
      appeared: [],
      resolved: [],
    });
  });

  it.each([
    [
      'before',
      { config: { document: { nothing: true } } },
      side(),
      ['before', 'config', 'document'],
    ],
    ['after', side(), { config: { document: { nothing: true } } }, ['after', 'config', 'document']],
    ['parameters', side(), { ...side(), parameters: 3 }, ['after', 'parameters']],
  ])('says which side is wrong: %s', async (_, before, after, path) => {
    const error = await fail(mutation, { before, after });
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path });
  });
});
