/** The shape of a flows file, and its JSON Schema for editors. */

import { z } from 'zod';
import { flowsFileName, type OwnFlowInput, type PacketSetInput } from './own-flow.ts';
import { flowProtocols, ownFlowLimits } from './read-own-flow.ts';

const { flows, sets, entries, nameLength, reasonLength } = ownFlowLimits;

const addresses = z
  .union([z.string(), z.array(z.string()).min(1).max(entries)])
  .describe(
    'An address, a prefix, a service tag such as AzureFrontDoor.Backend, Internet, VirtualNetwork, or * for any; or a list of them.',
  );
const port = z.union([z.int().min(0).max(65_535), z.string()]);

const packetSet = z
  .strictObject({
    from: addresses.optional().meta({ description: 'The far end of inbound packets.' }),
    to: addresses.optional().meta({ description: 'The far end of outbound packets.' }),
    ports: z
      .union([port, z.array(port).min(1).max(entries)])
      .optional()
      .describe('Destination ports: 443, "6381-6383", or a list; any if left out.'),
    protocol: z.string().optional().meta({
      enum: flowProtocols,
      description: 'ANY if left out.',
    }),
  })
  .meta({
    description: 'Packets between the subnet of the instance and a far end.',
    oneOf: [{ required: ['from'] }, { required: ['to'] }],
  });

const packetSets = z.union([packetSet, z.array(packetSet).min(1).max(sets)]);

const flow = z
  .strictObject({
    name: z.string().min(1).max(nameLength).describe('Tells the flow from the others.'),
    allow: packetSets.optional().describe('What must pass.'),
    deny: packetSets.optional().describe('What must not pass.'),
    only: packetSets.optional().describe('What may pass, and nothing else of the packets in of.'),
    of: packetSets
      .optional()
      .describe('With only: the packets it is about; all of the direction if left out.'),
    reason: z.string().min(1).max(reasonLength).describe('Why you promise it.'),
    owner: z.string().min(1).max(nameLength).optional().describe('Who answers for it.'),
  })
  .meta({
    oneOf: [{ required: ['allow'] }, { required: ['deny'] }, { required: ['only'] }],
    dependentRequired: { of: ['only'] },
  });

export const flowsFileShape = z
  .strictObject({
    flows: z.array(flow).max(flows).describe('Flows that the network of the instance keeps.'),
  })
  .meta({
    title: 'Own flows of an Azure API Management network',
    description: `What apim-atlas check reads from ${flowsFileName}.`,
  });

export type FlowsFile = z.infer<typeof flowsFileShape>;

/** The JSON Schema of a flows file. */
export const flowsFileSchema = () => z.toJSONSchema(flowsFileShape, { io: 'input' });

type FlowInFile = FlowsFile['flows'][number];
type SetInFile = z.infer<typeof packetSet>;

const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? value : [value as T];

/** One packet set, address or port is a list of one. */
export function toOwnFlow({ name, reason, owner, ...sets }: FlowInFile): OwnFlowInput {
  const sides = Object.entries(sets).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, listOf<SetInFile>(value).map(toSet)]],
  );
  return { name, reason, ...(owner !== undefined && { owner }), ...Object.fromEntries(sides) };
}

const toSet = ({ from, to, ports, protocol }: SetInFile): PacketSetInput => ({
  ...(from !== undefined && { from: listOf(from) }),
  ...(to !== undefined && { to: listOf(to) }),
  ...(ports !== undefined && { ports: listOf(ports).map(String) }),
  ...(protocol !== undefined && { protocol: spelled(protocol) }),
});

/** A protocol may be in lower case; what is none stays as it is written, for the message. */
const spelled = (text: string): string =>
  flowProtocols.find((protocol) => protocol === text.toUpperCase()) ?? text;
