/** Official weekly service-tag files, as downloaded or as `az network list-service-tags` prints them. */

import { z } from 'zod';
import type { CloudName } from '../../../data/model.ts';
import { addressesOf, type ServiceTagFile } from './service-tags.ts';

const fileShape = z.object({
  changeNumber: z.union([
    z.int().positive(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ]),
  cloud: z.string(),
  values: z
    .array(
      z.object({
        name: z.string().min(1),
        properties: z.object({ addressPrefixes: z.array(z.string()) }),
      }),
    )
    .min(1),
});

/** Names that the two shapes give a cloud. */
const cloudBySpelling: Readonly<Record<string, CloudName>> = {
  public: 'PUBLIC',
  azurecloud: 'PUBLIC',
  azuregovernment: 'US_GOVERNMENT',
  azureusgovernment: 'US_GOVERNMENT',
  usgov: 'US_GOVERNMENT',
  china: 'CHINA',
  azurechinacloud: 'CHINA',
};

/** Reads a weekly file; throws a TypeError that says what is missing where it is none. */
export function readServiceTagFile(json: unknown): ServiceTagFile {
  const file = fileShape.safeParse(json);
  if (!file.success) {
    const [issue] = file.error.issues;
    throw new TypeError(
      `not a service-tag file: ${issue?.path.join('.') || 'the document'}: ${issue?.message}`,
    );
  }
  const { changeNumber, cloud: spelling, values } = file.data;
  const cloud = Object.hasOwn(cloudBySpelling, spelling.toLowerCase())
    ? cloudBySpelling[spelling.toLowerCase()]
    : undefined;
  if (!cloud) {
    throw new TypeError(
      `not a service-tag file of a known cloud: cloud is "${spelling.slice(0, 40)}", accepted are Public, AzureGovernment and China`,
    );
  }
  return {
    cloud,
    changeNumber,
    names: new Map(values.map(({ name }) => [name.toLowerCase(), name])),
    addresses: new Map(
      values.map(({ name, properties }) => [
        name.toLowerCase(),
        addressesOf(properties.addressPrefixes),
      ]),
    ),
  };
}
