/** `apim-atlas rules` prints the security rules that an instance needs. */

import type { Command } from 'commander';
import { options, type RuleScopeOptions } from '../options.ts';
import type { CommandContext } from './context.ts';

interface RuleOptions extends RuleScopeOptions {
  readonly optional?: boolean;
  readonly regionalTags?: boolean;
}

export function addRulesCommand(program: Command, { io }: CommandContext): void {
  program
    .command('rules')
    .description('print the security rules that an instance needs, ready to deploy')
    .argument('<region...>', 'region of the instance, then those of its other locations')
    .addOption(options.tier().default('PREMIUM', 'premium'))
    .addOption(options.mode().default('EXTERNAL', 'external'))
    .addOption(options.platform().default('STV2', 'stv2'))
    .addOption(options.features())
    .addOption(options.edition())
    .addOption(options.ruleFormat().default('MARKDOWN', 'markdown'))
    .option('--optional', 'include optional rules and ports')
    .option(
      '--regional-tags',
      'limit tags to the region where documents allow it: Storage.WestEurope',
    )
    .action(async (regions: readonly string[], values: RuleOptions) => {
      const { requiredRules } = await import('../../core/answers/required-rules.ts');
      const { render } = await import('../../core/render/index.ts');
      const [region = '', ...additionalRegions] = regions;
      const locations = requiredRules({
        region,
        additionalRegions,
        tier: values.tier,
        virtualNetworkType: values.mode,
        platform: values.platform,
        features: values.features ?? [],
        includeOptional: values.optional ?? false,
        useRegionalTags: values.regionalTags ?? false,
        ...(values.edition && { edition: values.edition }),
      });
      io.out(
        render(
          values.format,
          locations.map((location) => ({
            region: location.region.name,
            rules: location.securityRules,
          })),
        ),
      );
    });
}
