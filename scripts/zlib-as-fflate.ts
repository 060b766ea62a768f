/** What the code uses of fflate, by Node: takes its place in the bundle of the command. */

import { deflateRawSync, inflateRawSync } from 'node:zlib';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const deflateSync = (bytes: Uint8Array, { level }: { level: number }): Uint8Array =>
  deflateRawSync(bytes, { level });
export const inflateSync = (bytes: Uint8Array): Uint8Array => inflateRawSync(bytes);
export const strToU8 = (text: string): Uint8Array => encoder.encode(text);
export const strFromU8 = (bytes: Uint8Array): string => decoder.decode(bytes);
