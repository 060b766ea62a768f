/** The command reads from a folder what the page reads from the same files: each feature that the guide ticks. */

import { expect, it } from 'vitest';
import { bicepFeatures } from '../../../site/src/source-features/bicep.ts';
import { sqlFlow, sqlPort } from '../../../site/src/source-features/feature.ts';
import { terraformFeatures } from '../../../site/src/source-features/terraform.ts';
import { command, folderWith } from '../../support/command.ts';

const wrongPort = '1444';

it.each(
  [...bicepFeatures, ...terraformFeatures]
    .filter(({ otherwise }) => otherwise === undefined)
    .map((feature) => [feature.name, feature] as const),
)('%s', async (_, feature) => {
  const files = Object.fromEntries(feature.files(wrongPort).map(({ path, text }) => [path, text]));
  const { out } = await command(folderWith(files), ['check', '--format', 'json']);
  const { deployments } = JSON.parse(out);
  expect(deployments).toHaveLength(1);
  const key = `outbound-${sqlPort}-Sql`;
  const flow = deployments[0].flows.find((one: { key: string }) => one.key === key);
  const { outcome, decidedBy } = flow;
  expect({ outcome, decidedBy }).toEqual(sqlFlow(feature, wrongPort));
  expect(outcome).toBe('DENIED');
});
