/** The commands that answer from the facts: rules, ports, region, subnet, tunnel, dns, lookup, explain, search. */

import type { Command } from 'commander';
import { dnsPlan } from '../../core/answers/dns-plan.ts';
import { forcedTunneling } from '../../core/answers/forced-tunneling.ts';
import { addressInWords, lookupAddress } from '../../core/answers/lookup-address.ts';
import { requireRegion } from '../../core/answers/region.ts';
import { requiredRules, statementsOf } from '../../core/answers/required-rules.ts';
import { subnetPlan } from '../../core/answers/subnet-plan.ts';
import { render, renderRoutes } from '../../core/render/index.ts';
import { search } from '../../core/search/search.ts';
import {
  type CloudName,
  cloudNames,
  type IsoDate,
  type VirtualNetworkType,
} from '../../data/model.ts';
import { explanation } from '../explanation.ts';
import { type Io, UsageError } from '../io.ts';
import { integer, list, oneOf, optionName, options, type RuleScopeOptions } from '../options.ts';
import { loadServiceTagFiles } from '../service-tag-files.ts';
import { table } from '../table.ts';

export function addKnowledgeCommands(program: Command, io: Io): void {
  program
    .command('rules')
    .description('print the security rules that an instance needs, ready to deploy')
    .argument('<region...>', 'region of the instance; further locations after it')
    .addOption(options.tier().default('PREMIUM', 'premium'))
    .addOption(options.mode().default('EXTERNAL', 'external'))
    .addOption(options.platform().default('STV2', 'stv2'))
    .addOption(options.features())
    .addOption(options.edition())
    .addOption(options.ruleFormat().default('MARKDOWN', 'markdown'))
    .option('--optional', 'with optional rules and ports')
    .option('--regional-tags', 'Storage.WestEurope in place of Storage')
    .action((regions: readonly string[], values: RuleScopeOptions & RuleOptions) => {
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

  program
    .command('ports')
    .description('list the rows of the port table')
    .addOption(options.edition())
    .addOption(options.platform())
    .addOption(options.mode())
    .action(
      (values: { edition?: IsoDate; platform?: 'STV1' | 'STV2'; mode?: VirtualNetworkType }) => {
        const rows = statementsOf(values.edition, values.platform).filter(
          ({ statement }) =>
            values.mode === undefined || statement.virtualNetworkTypes.includes(values.mode),
        );
        io.out(
          table(
            ['PORTS', 'DIRECTION', 'PROTOCOL', 'SOURCE', 'DESTINATION', 'NEED', 'RULE'],
            rows.map(({ rule, statement }) => [
              [
                ...statement.destinationPorts,
                ...statement.optionalDestinationPorts.map((port) => `(${port})`),
              ].join(','),
              statement.directions.map(optionName).join(','),
              statement.protocol,
              statement.source,
              statement.destination,
              optionName(statement.necessity),
              rule.id,
            ]),
          ),
        );
      },
    );

  program
    .command('region')
    .description('print what is known of a region: names, service tag, control-plane addresses')
    .argument('<name>', 'westeurope, "West Europe" or an earlier name')
    .action((name: string) => {
      const region = requireRegion(name, ['name']);
      const suffix = region.serviceTagSuffix;
      io.out(
        table(
          ['NAME', region.name],
          [
            ['DISPLAY NAME', region.displayName],
            ['ALIASES', region.aliases.join(', ') || 'none'],
            ['CLOUD', optionName(region.cloud)],
            ['SERVICE TAG', suffix ? `ApiManagement.${suffix}` : 'ApiManagement, no regional tag'],
            ...region.controlPlaneAddresses.map(({ address, scope, editions }) => [
              'CONTROL PLANE',
              `${address} (${optionName(scope)}), printed in ${editions.join(', ')}`,
            ]),
          ],
        ),
      );
    });

  program
    .command('subnet')
    .description('say how large the subnet has to be')
    .addOption(options.tier().makeOptionMandatory())
    .addOption(options.mode().makeOptionMandatory())
    .option('--units <number>', 'scale units', integer, 1)
    .option('--prefix-length <number>', 'length of the prefix to try, 27 for a /27', integer)
    .action((values: RuleScopeOptions & { units: number; prefixLength?: number }) => {
      const plan = subnetPlan({
        tier: values.tier,
        virtualNetworkType: values.mode,
        units: values.units,
        ...(values.prefixLength !== undefined && { prefixLength: values.prefixLength }),
      });
      io.out(
        table(
          [
            'ADDRESSES NEEDED',
            `${plan.addressesNeeded}, and ${plan.reservedAddresses} that Azure keeps`,
          ],
          [
            ['SMALLEST', `/${plan.smallestPrefixLength}`],
            ['RECOMMENDED', `/${plan.recommendedPrefixLength} (${plan.recommendedPrefixReason})`],
            ['DELEGATION', plan.delegation ?? 'none'],
            ...(plan.fits === null
              ? []
              : [
                  [
                    `IN A /${values.prefixLength}`,
                    `${plan.fits ? 'fits' : 'does not fit'}; at most ${plan.maxUnits} units, ${plan.remainingAddresses} addresses left`,
                  ],
                ]),
          ],
        ),
      );
      if (plan.fits === false) throw new UsageError('the units do not fit into the subnet');
    });

  program
    .command('tunnel')
    .description('print the routes and host names for a subnet whose traffic goes to a firewall')
    .argument('<region>', 'region of the location')
    .addOption(options.tier().default('PREMIUM', 'premium'))
    .addOption(options.mode().default('INTERNAL', 'internal'))
    .addOption(options.platform().default('STV2', 'stv2'))
    .addOption(options.ruleFormat().default('MARKDOWN', 'markdown'))
    .option('--hosts', 'the host names alone, one a line, for the firewall')
    .action((region: string, values: RuleScopeOptions & { hosts?: boolean }) => {
      const plan = forcedTunneling({
        region,
        tier: values.tier,
        virtualNetworkType: values.mode,
        platform: values.platform,
      });
      const hosts = [...new Set(plan.endpoints.flatMap(({ hostNames }) => hostNames))];
      if (values.hosts) {
        io.out(hosts.map((host) => `${host}\n`).join(''));
        return;
      }
      io.out(renderRoutes(values.format, plan));
      for (const { text } of plan.notes) io.err(`${text}\n`);
    });

  program
    .command('dns')
    .description('print the DNS records of an instance in internal mode')
    .argument('<instance>', 'name of the instance, contoso for contoso.azure-api.net')
    .argument('<address>', 'its private address')
    .option('--cloud <cloud>', 'cloud of the instance', oneOf(cloudNames), 'PUBLIC')
    .action((instanceName: string, privateAddress: string, values: { cloud: CloudName }) => {
      const plan = dnsPlan({ instanceName, privateAddress, cloud: values.cloud });
      io.out(
        table(
          ['ZONE', 'RECORD', 'ADDRESS', 'ENDPOINT'],
          plan.records
            .filter(({ retiredOn }) => retiredOn === null)
            .map(({ zoneName, recordName, address, endpoint }) => [
              zoneName,
              recordName,
              address,
              endpoint,
            ]),
        ),
      );
      io.err(`Do not make the zone ${plan.forbiddenZoneName}: it would hide all names below it.\n`);
    });

  program
    .command('lookup')
    .description('say what an address is: control plane, service tags, private range')
    .argument('<address>', 'IPv4 or IPv6 address')
    .option(
      '--service-tags <file>',
      'weekly file with the prefixes of all tags; may be repeated',
      list,
    )
    .action((address: string, values: { serviceTags?: readonly string[] }) => {
      const lookup = lookupAddress(address, loadServiceTagFiles(values.serviceTags ?? []));
      const lines = [
        addressInWords(lookup),
        ...lookup.controlPlanePrefixes.map(({ serviceTag, prefix }) => `${serviceTag}: ${prefix}`),
        ...lookup.serviceTags.flatMap(({ names }) => names),
        ...lookup.notes.map(({ text }) => text),
      ];
      io.out(`${[...new Set(lines)].join('\n')}\n`);
    });

  program
    .command('search')
    .description('search all facts, checks and symptoms')
    .argument('<text...>', 'words, a port, an address or an error message')
    .action((words: readonly string[]) => {
      const hits = search(words.join(' ')).slice(0, 10);
      if (hits.length === 0) throw new UsageError('nothing found; try fewer words');
      io.out(
        hits
          .map(
            ({ kind, id, title, summary }) => `${optionName(kind)} ${id}: ${title}\n  ${summary}\n`,
          )
          .join(''),
      );
    });

  program
    .command('explain')
    .description('explain a check, a rule or another fact by its id')
    .argument('<id>', 'id as findings and searches print it')
    .action((id: string) => io.out(explanation(id)));
}

interface RuleOptions {
  readonly optional?: boolean;
  readonly regionalTags?: boolean;
}
