/** Reads the resources of a network one by one; what cannot be read is listed with the reason and the right that it takes. */

import type { z } from 'zod';
import type { UnreadResource } from '../../core/validate/read/document-context.ts';
import { type ArmClient, ArmError } from './arm-client.ts';
import { type AzureId, azureIdOf } from './azure-id.ts';
import {
  groupShape,
  networkShape,
  ruleShape,
  type SubnetResource,
  statusShape,
  subnetShape,
} from './shapes.ts';

export const serviceVersion = '2024-05-01';
const networkVersion = '2024-05-01';

const types = {
  network: 'microsoft.network/virtualnetworks',
  subnet: 'microsoft.network/virtualnetworks/subnets',
  group: 'microsoft.network/networksecuritygroups',
  table: 'microsoft.network/routetables',
  address: 'microsoft.network/publicipaddresses',
} as const;

/** The right that reading a type takes, as Azure writes it. */
export const rights = {
  service: 'Microsoft.ApiManagement/service/read',
  status: 'Microsoft.ApiManagement/service/networkstatus/read',
  network: 'Microsoft.Network/virtualNetworks/read',
  subnet: 'Microsoft.Network/virtualNetworks/subnets/read',
  group: 'Microsoft.Network/networkSecurityGroups/read',
  table: 'Microsoft.Network/routeTables/read',
  address: 'Microsoft.Network/publicIPAddresses/read',
} as const;
type Kind = keyof typeof types;

/** Each text once, whatever its case, as Azure compares ids. */
export function unique(ids: readonly (string | null | undefined)[]): readonly string[] {
  const present = ids.filter((id): id is string => Boolean(id));
  return [...new Map(present.map((id) => [id.toLowerCase(), id])).values()];
}

export const adviceOn = (error: ArmError, right: string): string =>
  error.status === 403 ? `${error.message}; it takes the right ${right}` : error.message;

/** The part of a response that a shape takes; ArmError where it has another form. */
export function taken<T>(shape: z.ZodType<T>, value: unknown): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ArmError(
    `the response has not the form that is known: ${issue?.message ?? ''} at ${issue?.path.join('.') || 'its start'}`,
  );
}

interface ReadNetwork {
  readonly resources: readonly object[];
  /** The subnets of the service. */
  readonly own: readonly SubnetResource[];
}

export class NetworkReader {
  readonly unread: UnreadResource[] = [];
  readonly #client: ArmClient;

  constructor(client: ArmClient) {
    this.#client = client;
  }

  /** The virtual networks of the subnets, with these subnets. */
  async networks(subnets: readonly string[]): Promise<readonly ReadNetwork[]> {
    const ids = subnets.map((id) => ({ id, network: id.replace(/\/subnets\/[^/]*$/i, '') }));
    const groups = Map.groupBy(ids, ({ network }) => network.toLowerCase());
    return Promise.all(
      [...groups.values()].map((group) =>
        this.#network(
          group[0]?.network ?? '',
          group.map(({ id }) => id),
        ),
      ),
    );
  }

  async #network(id: string, subnets: readonly string[]): Promise<ReadNetwork> {
    const network = await this.#one('network', id, networkShape);
    const wanted = new Set(subnets.map((subnet) => subnet.toLowerCase()));
    const isOwn = ({ name }: SubnetResource) => wanted.has(`${id}/subnets/${name}`.toLowerCase());
    const listed = network?.properties.subnets ?? [];
    const own = listed.filter(isOwn);
    const names = new Set(own.map(({ name }) => `${id}/subnets/${name}`.toLowerCase()));
    const others = subnets.filter((subnet) => !names.has(subnet.toLowerCase()));
    const alone = await this.all('subnet', others, subnetShape);
    return {
      own: [...own, ...alone],
      resources: [
        ...(network
          ? [
              {
                ...network,
                type: 'Microsoft.Network/virtualNetworks',
                properties: {
                  ...network.properties,
                  subnets: listed.map((one) => (isOwn(one) ? withoutHosts(one) : neighbor(one))),
                },
              },
            ]
          : []),
        ...alone.map((subnet) => ({
          ...withoutHosts(subnet),
          type: 'Microsoft.Network/virtualNetworks/subnets',
        })),
      ],
    };
  }

  /** Groups with their rules; the rules alone where only these may be read. */
  async groups(ids: readonly (string | undefined)[]) {
    const read = unique(ids).map(async (id) => {
      const known = azureIdOf(id);
      if (known?.type !== types.group) return this.#one('group', id, groupShape);
      try {
        return taken(groupShape, await this.#client.get(known.path, networkVersion));
      } catch (error) {
        if (!(error instanceof ArmError)) throw error;
        return (
          (error.status === 403 && (await this.#rulesAlone(id, known))) ||
          this.#miss('group', id, error)
        );
      }
    });
    return (await Promise.all(read)).filter((group) => group !== undefined);
  }

  async #rulesAlone(id: string, { path, name }: AzureId) {
    try {
      const rules = await this.#client.list(`${path}/securityRules`, networkVersion);
      return {
        id,
        name,
        type: 'Microsoft.Network/networkSecurityGroups',
        properties: { securityRules: taken(ruleShape.array(), rules) },
      };
    } catch (error) {
      if (!(error instanceof ArmError)) throw error;
      return undefined;
    }
  }

  async status(service: AzureId): Promise<readonly object[]> {
    const path = `${service.path}/networkstatus`;
    try {
      return taken(statusShape.array(), await this.#client.list(path, serviceVersion));
    } catch (error) {
      if (!(error instanceof ArmError)) throw error;
      this.unread.push({ id: path, reason: adviceOn(error, rights.status) });
      return [];
    }
  }

  /** Each resource that can be read; the others are noted. */
  async all<T>(
    kind: Kind,
    ids: readonly (string | null | undefined)[],
    shape: z.ZodType<T>,
  ): Promise<readonly T[]> {
    const read = await Promise.all(unique(ids).map((id) => this.#one(kind, id, shape)));
    return read.filter((one) => one !== undefined);
  }

  async #one<T>(kind: Kind, id: string, shape: z.ZodType<T>): Promise<T | undefined> {
    const known = azureIdOf(id);
    if (known?.type !== types[kind]) {
      this.unread.push({ id, reason: `it is not an id of the type ${types[kind]}` });
      return undefined;
    }
    try {
      return taken(shape, await this.#client.get(known.path, networkVersion));
    } catch (error) {
      if (!(error instanceof ArmError)) throw error;
      return this.#miss(kind, id, error);
    }
  }

  #miss(kind: Kind, id: string, error: ArmError): undefined {
    this.unread.push({ id, reason: adviceOn(error, rights[kind]) });
  }
}

const withoutHosts = ({
  properties: { ipConfigurations, ...properties },
  ...subnet
}: SubnetResource) => ({
  ...subnet,
  properties,
});

/** Of another subnet only what checks compare with the own one. */
const neighbor = ({ id, name, properties: { serviceEndpoints } }: SubnetResource) => ({
  id,
  name,
  properties: { serviceEndpoints },
});
