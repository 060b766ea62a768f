/** From the id of a service on the command line to the document of its network. */

import { catalog, normalizeName } from '../../data/index.ts';
import type { CloudName } from '../../data/model.ts';
import { type Io, UsageError } from '../io.ts';
import { optionName } from '../options.ts';
import { ArmClient } from './arm-client.ts';
import { type AzureId, azureIdOf } from './azure-id.ts';
import { collect, type LiveDocument } from './collect.ts';
import { accessToken } from './sign-in.ts';

/** For tests of the command against a server on this machine. */
const endpointVariable = 'APIM_ATLAS_ARM_ENDPOINT';

export interface LiveTarget {
  readonly id: AzureId;
  readonly document: LiveDocument;
}

/** Reads with the sign-in of the Azure CLI. Throws UsageError with what to do. */
export async function liveDocument(
  resourceId: string,
  cloudText: string,
  io: Io,
): Promise<LiveTarget> {
  const cloud = cloudOf(cloudText);
  const id = azureIdOf(resourceId);
  if (id?.type !== 'microsoft.apimanagement/service') {
    throw new UsageError(
      `"${resourceId}" is not the id of an API Management service; accepted: /subscriptions/<id>/resourceGroups/<group>/providers/Microsoft.ApiManagement/service/<name>, as az apim show --query id prints it`,
    );
  }
  const arm = catalog.resourceManagerEndpoints.find((one) => one.cloud === cloud);
  if (!arm) throw new Error(`the data has no Resource Manager of ${cloud}`);
  const endpoint = loopbackOf(io.env[endpointVariable]) ?? arm.url;
  if (io.isTerminal) io.err(`reading ${id.name} from ${new URL(endpoint).host}\n`);
  const token = await accessToken(id.subscription, `${arm.url}/`, io);
  return { id, document: await collect(id, new ArmClient(endpoint, token), io.today) };
}

function loopbackOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const host = URL.parse(text)?.hostname;
  if (host !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(host)) return text;
  throw new UsageError(
    `${endpointVariable} is for tests and takes an address of this machine only, such as http://127.0.0.1:8080`,
  );
}

/** A cloud by our name, its display name, or that of the Azure CLI; throws UsageError for any other name. */
function cloudOf(text: string): CloudName {
  const cloud = catalog.clouds.find(({ name, displayName, aliases }) =>
    [name, displayName, ...aliases].some((one) => normalizeName(one) === normalizeName(text)),
  );
  if (cloud) return cloud.name;
  const names = catalog.clouds.map(({ name }) => optionName(name));
  throw new UsageError(`there is no cloud "${text}"; accepted: ${names.join(', ')}`);
}

/** The id of what a JSON pointer into the document leads to: that of the nearest resource or rule around it. */
export function azureIdAt(document: LiveDocument, keys: readonly (string | number)[]): string {
  if (keys[0] === 'networkStatus') return `${document.service}/networkstatus`;
  let nearest = document.service;
  let value: unknown = document;
  for (const key of keys) {
    value = Object(value)[key];
    const { id } = Object(value) as { id?: unknown };
    if (typeof id === 'string') nearest = id;
  }
  return nearest;
}
