/** The verdict on a sample as the front page shows it: a picture, and what the command prints. */

import { withDefaults } from '../../../core/deployment.ts';
import { flowPicture } from '../../../core/render/drawing/flow-picture.ts';
import { drawingsOf } from '../../../core/validate/report/drawing.ts';
import { validate } from '../../../core/validate/validate.ts';
import bicep from '../tools/validate/samples/main.bicep?raw';
import group from '../tools/validate/samples/typo.json';
import { printed } from './command.ts';

const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;

export function samplePictures(): readonly string[] {
  const report = validate(
    withDefaults({
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      locations: [
        {
          region: 'westeurope',
          subnet: { addressPrefix: '10.0.1.0/27' },
          networkSecurityGroup: { document: group },
        },
      ],
    }),
    options,
  );
  const [drawing] = drawingsOf(report);
  if (!drawing) throw new Error('the sample of the front page has no flows');
  return (['wide', 'narrow'] as const).map((shape) => flowPicture(drawing.flows, { shape }));
}

/** The output of the command for a Bicep file. */
export const commandOutput = (): Promise<string> => printed(['check', '-'], bicep);
