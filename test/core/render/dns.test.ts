/** DNS records in every format: golden files, and what bash and a hosts-file reader make of them. */

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { dnsPlan } from '../../../core/answers/dns-plan.ts';
import { type DnsFormat, dnsFormats, renderDns } from '../../../core/render/dns/index.ts';

const plan = dnsPlan({
  instanceName: 'contoso',
  cloud: 'PUBLIC',
  privateAddress: '10.0.0.5',
});
const hostNames = plan.records.map(({ hostName }) => hostName);

const extension: Readonly<Record<DnsFormat, string>> = {
  BICEP: 'bicep',
  AZURE_CLI: 'sh',
  HOSTS_FILE: 'txt',
};

describe.each(dnsFormats)('%s', (format) => {
  const text = renderDns(format, plan);

  it('is as in the golden file', async () => {
    await expect(text).toMatchFileSnapshot(`golden/dns/contoso.${extension[format]}`);
  });

  it('names every host once, and never the zone that must not be made', () => {
    const actual = text.match(/[\w.-]+\.azure-api\.net/g);
    expect(actual).toEqual(hostNames);
    expect(text).not.toMatch(/(?<![\w.-])azure-api\.net/);
    expect(text).toMatch(/\S\n$/);
  });
});

describe('HOSTS_FILE', () => {
  it('has an address and a name in each line', () => {
    const lines = renderDns('HOSTS_FILE', plan).trim().split('\n');
    expect(lines.map((line) => line.split(/\s+/))).toEqual(
      hostNames.map((hostName) => ['10.0.0.5', hostName]),
    );
  });
});

describe.runIf(spawnSync('bash', ['--version']).status === 0)('AZURE_CLI', () => {
  it('makes zone, apex record and link for each host name', () => {
    const { stdout, status } = spawnSync('bash', ['-s'], {
      input: `az() { echo "$*"; }\n${renderDns('AZURE_CLI', plan)}`,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    const calls = stdout.trim().split('\n');
    expect(
      calls.map((call) => call.replace(/^network private-dns| --resource-group \S+/g, '').trim()),
    ).toEqual(
      hostNames.flatMap((hostName) => [
        `zone create --name ${hostName}`,
        `record-set a add-record --zone-name ${hostName} --record-set-name @ --ipv4-address 10.0.0.5`,
        `link vnet create --zone-name ${hostName} --name apim --virtual-network my-virtual-network --registration-enabled false`,
      ]),
    );
  });
});
