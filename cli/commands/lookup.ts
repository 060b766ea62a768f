/** `apim-atlas lookup` says what an address is. */

import type { Command } from 'commander';
import { options } from '../options.ts';
import type { CommandContext } from './context.ts';

export function addLookupCommand(program: Command, { io }: CommandContext): void {
  program
    .command('lookup')
    .description('say what an address is: control plane, service tags, private range')
    .argument('<address>', 'IPv4 or IPv6 address')
    .addOption(options.serviceTags())
    .action(async (address: string, values: { serviceTags: readonly string[] }) => {
      const { addressInWords, lookupAddress } = await import(
        '../../core/answers/lookup-address.ts'
      );
      const { loadServiceTagFiles } = await import('../service-tag-files.ts');
      const lookup = lookupAddress(address, await loadServiceTagFiles(values.serviceTags));
      const lines = [
        addressInWords(lookup),
        ...lookup.controlPlanePrefixes.map(({ serviceTag, prefix }) => `${serviceTag}: ${prefix}`),
        ...lookup.serviceTags.flatMap(({ names }) => names),
        ...lookup.notes.map(({ text }) => text),
      ];
      io.out(`${[...new Set(lines)].join('\n')}\n`);
    });
}
