/** What tells a finding from all others, whatever line it moves to. */

import type { Finding } from '../report.ts';

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/** 64 bits of FNV-1a over the UTF-16 code units, as 16 hexadecimal digits. */
function hash(text: string): string {
  let value = offset;
  for (let index = 0; index < text.length; index += 1) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(index))) * prime);
  }
  return value.toString(16).padStart(16, '0');
}

/** One fingerprint for each finding of the deployment at a path; their number distinguishes equal findings. */
export function fingerprints(
  path: string,
  findings: readonly Pick<Finding, 'checkId' | 'region' | 'rules' | 'flows' | 'ownFlow'>[],
): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ checkId, region = '', rules, flows, ownFlow }) => {
    const own = ownFlow === undefined ? [] : [ownFlow];
    const key = JSON.stringify([path, checkId, region, rules, flows, ...own]);
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    return hash(number === 0 ? key : `${key}${number}`);
  });
}

/** The path under which the findings of a deployment are marked: with the service where one of several is judged. */
export const markedPath = (path: string, service: string | undefined): string =>
  service === undefined ? path : `${path} ${service}`;
