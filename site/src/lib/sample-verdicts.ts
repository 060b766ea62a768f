/** Verdicts on samples as pages show them: pictures, and what the command prints. */

import { type LocationInput, withDefaults } from '../../../core/deployment.ts';
import { flowPicture } from '../../../core/render/drawing/flow-picture.ts';
import { drawingsOf } from '../../../core/validate/report/drawing.ts';
import { validate } from '../../../core/validate/validate.ts';
import complete from '../tools/validate/samples/complete.json';
import bicep from '../tools/validate/samples/main.bicep?raw';
import group from '../tools/validate/samples/typo.json';
import { printed } from './command.ts';

const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;

function picturesOf(location: Partial<LocationInput>): readonly string[] {
  const report = validate(
    withDefaults({
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      locations: [{ region: 'westeurope', subnet: { addressPrefix: '10.0.1.0/27' }, ...location }],
    }),
    options,
  );
  const [drawing] = drawingsOf(report);
  if (!drawing) throw new Error('the sample has no flows');
  return (['wide', 'narrow'] as const).map((shape) => flowPicture(drawing.flows, { shape }));
}

/** A mistyped port, and a rule that denies the rest. */
export const samplePictures = (): readonly string[] =>
  picturesOf({ networkSecurityGroup: { document: group } });

/** A default route to a firewall that nothing is known of. */
export const tunnelPictures = (): readonly string[] =>
  picturesOf({
    networkSecurityGroup: { document: complete },
    routeTable: {
      routes: [
        {
          name: 'default',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.0.0.4',
        },
      ],
    },
  });

/** The output of the command for a Bicep file. */
export const commandOutput = (): Promise<string> => printed(['check', '-'], bicep);
