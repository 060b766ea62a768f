/** The tools for agents: what each takes, and the operation of the API that answers it. */

import { z } from 'zod';
import { requireRegion } from '../../core/answers/region.ts';
import { ruleFormats } from '../../core/render/formats.ts';
import { flowsFileShape, toOwnFlow } from '../../core/validate/own-flows/flows-shape.ts';
import { featureNames, tiers, virtualNetworkTypes } from '../../data/model.ts';
import {
  forcedTunnelingOperation,
  ipImpactOperation,
  lookupAddressOperation,
  type OwnFlowInput,
  regionOperation,
  requiredRulesOperation,
  searchOperation,
  subnetPlanOperation,
  type ValidateConfigInput,
  validateConfigOperation,
} from '../client/index.ts';
import type { Operation } from '../client/operation.ts';

/** Runs an operation of the API; throws an error whose message says what to do. */
export type Execute = <Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
) => Promise<Result>;

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  /** The answer as plain data; `args` are what `input` has checked. */
  readonly answer: (args: Record<string, unknown>, execute: Execute) => Promise<object>;
}

/** Binds the types of the arguments to those of the schema. */
function tool<Shape extends z.ZodObject>(
  definition: Omit<Tool, 'input' | 'answer'> & {
    readonly input: Shape;
    readonly answer: (args: z.infer<Shape>, execute: Execute) => Promise<object>;
  },
): Tool {
  return {
    ...definition,
    answer: (args, execute) => definition.answer(args as z.infer<Shape>, execute),
  };
}

const tier = z.enum(tiers).describe('Pricing tier of the instance.');
const virtualNetworkType = z
  .enum(virtualNetworkTypes)
  .describe('EXTERNAL or INTERNAL injection; NONE for an instance without a network.');
const region = z.string().describe('Azure region: westeurope or "West Europe".');
const format = z.enum(ruleFormats).default('BICEP').describe('Notation of the result.');

const deployment = z.object({
  tier,
  virtualNetworkType,
  platform: z.enum(['STV1', 'STV2']).default('STV2'),
  locations: z
    .array(
      z.object({
        region,
        units: z.int().default(1),
        zones: z.array(z.int()).default([]),
        subnet: z.object({ addressPrefix: z.string() }).optional(),
      }),
    )
    .min(1),
});

export const tools: readonly Tool[] = [
  tool({
    name: 'validate',
    title: 'Check a network',
    description:
      'Decides whether Azure API Management works in the network that Bicep, Terraform, ARM templates, plans or exports describe. Returns the verdict, findings with file and line, required and recommended flows that are not allowed, and edits of the files that mend it. Call it again with the edited files to confirm.',
    input: z.object({
      files: z
        .array(z.object({ path: z.string(), text: z.string() }))
        .optional()
        .describe('All Bicep or Terraform files that belong to the deployment, with their paths.'),
      entry: z.string().optional().describe('The file or folder to deploy, if there are several.'),
      document: z
        .string()
        .optional()
        .describe('Instead of files: the JSON of a template, a plan or exported resources.'),
      parameters: z
        .record(z.string(), z.unknown())
        .optional()
        .describe('Values for parameters and variables without one.'),
      service: z
        .string()
        .optional()
        .describe('Name of the service to judge, if there are several.'),
      flows: z
        .array(z.record(z.string(), z.unknown()))
        .optional()
        .describe(
          'Flows that the owner promises, as apim-atlas.flows.yaml lists them: { name, reason, and one of allow, deny, only: { from or to, ports, protocol } }; with only also of.',
        ),
    }),
    async answer({ files, entry, document, parameters, service, flows: promised }, execute) {
      if ((files === undefined) === (document === undefined)) {
        throw new Error('give either files, for Bicep and Terraform, or document, for JSON');
      }
      const input: ValidateConfigInput = files
        ? { source: { files, ...(entry !== undefined && { entry }) } }
        : { document: readJson(document ?? '') };
      const { validateConfig: report } = await execute(validateConfigOperation, {
        input,
        format: 'BICEP',
        ...(parameters && { parameters }),
        ...(service && { service }),
        ...(promised && { flows: readFlows(promised) }),
      });
      const flows = report?.flows.filter(
        ({ outcome, necessity }) => outcome !== 'ALLOWED' && necessity !== 'OPTIONAL',
      );
      return { ...report, findings: report?.findings.map(withDocuments), flows };
    },
  }),
  tool({
    name: 'required_rules',
    title: 'Security rules to deploy',
    description:
      'The security rules that the subnet of an Azure API Management instance needs, ready to deploy in the notation you name, with their sources.',
    input: z.object({
      region,
      additionalRegions: z.array(z.string()).default([]),
      tier,
      virtualNetworkType,
      features: z.array(z.enum(featureNames)).default([]).describe('Features in use.'),
      format,
    }),
    answer: ({ format: notation, ...input }, execute) =>
      execute(requiredRulesOperation, { input, format: notation }),
  }),
  tool({
    name: 'region',
    title: 'A region',
    description: 'Names, service tag and control-plane addresses of an Azure region.',
    input: z.object({ name: region }),
    answer({ name }, execute) {
      requireRegion(name, ['name']);
      return execute(regionOperation, { name });
    },
  }),
  tool({
    name: 'search',
    title: 'Search the facts',
    description:
      'Searches port rules, service tags, limitations, checks and symptoms of Azure API Management in virtual networks, by words, a port, an address or an error message.',
    input: z.object({ text: z.string() }),
    async answer(args, execute) {
      const { search } = await execute(searchOperation, args);
      return {
        search: search
          .slice(0, 8)
          .map(({ fact, ...hit }) => ({ ...hit, fact: withDocuments(fact) })),
      };
    },
  }),
  tool({
    name: 'subnet',
    title: 'Size of the subnet',
    description: 'How large the subnet must be, and whether a given prefix length is enough.',
    input: z.object({
      tier,
      virtualNetworkType,
      units: z.int().default(1),
      prefixLength: z.int().optional(),
    }),
    answer: (args, execute) => execute(subnetPlanOperation, args),
  }),
  tool({
    name: 'ip_impact',
    title: 'Does an address change',
    description: 'Which public and private addresses change when you change a deployment.',
    input: z.object({ before: deployment, after: deployment }),
    answer: (args, execute) => execute(ipImpactOperation, args),
  }),
  tool({
    name: 'forced_tunnel',
    title: 'Routes for a forced tunnel',
    description:
      'The routes and host names that an instance needs where its traffic goes through a firewall.',
    input: z.object({ region, tier, virtualNetworkType, format }),
    answer: (args, execute) => execute(forcedTunnelingOperation, args),
  }),
  tool({
    name: 'lookup_address',
    title: 'What is this address',
    description:
      'What an address belongs to: control plane, service tag, platform or private range.',
    input: z.object({ address: z.string() }),
    answer: (args, execute) => execute(lookupAddressOperation, args),
  }),
];

interface Citing {
  readonly citations: readonly {
    readonly source: { readonly title: string; readonly url: string | null };
  }[];
}

/** A list cites the addresses of its documents alone: an agent reads all of it. */
const withDocuments = <T extends Citing>({ citations, ...rest }: T) => ({
  ...rest,
  citations: [...new Set(citations.map(({ source: { url, title } }) => url ?? title))],
});

/** As the API takes them. */
function readFlows(flows: readonly unknown[]): OwnFlowInput[] {
  const read = flowsFileShape.safeParse({ flows });
  if (!read.success) throw new Error(`flows are not as expected: ${z.prettifyError(read.error)}`);
  return read.data.flows.map(toOwnFlow) as OwnFlowInput[];
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `document is not JSON (${(error as Error).message}); give Bicep and Terraform as files`,
    );
  }
}
