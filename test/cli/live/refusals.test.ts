/** What `--live` and `collect` say when the service cannot be read, the sign-in fails, or the usage is wrong. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  armFault,
  armServer,
  armToken,
  azThat,
  type Fault,
  ids,
  live,
  recording,
} from '../../support/arm-server.ts';
import { command, folderWith } from '../../support/command.ts';

describe('a service that cannot be read', () => {
  it.each([
    ['401', armFault(401, 'ExpiredAuthenticationToken'), 'run az login again'],
    ['403', armFault(403, 'AuthorizationFailed'), 'the right Microsoft.ApiManagement/service/read'],
    ['404', armFault(404, 'ResourceNotFound'), 'look at the subscription'],
    ['429', armFault(429, 'TooManyRequests', { 'retry-after': '0' }), 'no more requests'],
    ['429 for long', armFault(429, 'TooManyRequests', { 'retry-after': '3600' }), 'after 3600 s'],
    ['500', armFault(500, 'InternalServerError', { 'retry-after': '0' }), 'run it again later'],
    ['a redirect', armFault(302, '', { location: 'https://example.com/' }), 'gets no token'],
    ['broken JSON', (response: Parameters<Fault>[0]) => response.end('<html>'), 'is not JSON'],
    [
      'another form',
      (response: Parameters<Fault>[0]) => response.end('{}'),
      'the form that is known',
    ],
    [
      'too much',
      (response: Parameters<Fault>[0]) => response.end('x'.repeat(8_000_001)),
      'the response is too large',
    ],
    [
      'a lost connection',
      (response: Parameters<Fault>[0]) => response.destroy(),
      'no connection to',
    ],
  ])('because of %s says what to do', async (_, fault, part) => {
    const { err, out, code } = await live(['check', '--live', ids.service], {
      [ids.service]: fault,
    });
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toContain('the service contoso cannot be read');
    expect(err).toContain(part);
  });

  it('is asked for again after the pause that Azure wants', async () => {
    const once: Fault = (response, count) =>
      count === 1
        ? armFault(429, 'TooManyRequests', { 'retry-after': '0' })(
            response,
            count,
            new URL('http://a'),
          )
        : response.end(JSON.stringify(recording()[ids.service]));
    const { out } = await live(['check', '--live', ids.service], { [ids.service]: once });
    expect(out).toContain('contoso: FAIL');
  });
});

describe('wrong usage', () => {
  it.each([
    [
      'an id of something else',
      ['check', '--live', ids.westGroup],
      'is not the id of an API Management',
    ],
    ['a name', ['collect', 'contoso'], 'az apim show --query id'],
    ['a way out', ['collect', `${ids.service.replace('my-group', '..')}`], 'is not the id'],
    ['files beside it', ['check', 'main.bicep', '--live', ids.service], 'name no files with it'],
    ['a fix', ['check', '--live', ids.service, '--fix'], '--fix edits source files'],
    ['a watch', ['check', '--live', ids.service, '--watch'], '--watch watches files'],
    ['a cloud', ['collect', ids.service, '--cloud', 'moon'], 'public, us-government, china'],
  ])('ends with what to do instead: %s', async (_, args, part) => {
    const { err, code } = await live(args);
    expect(code).toBe(2);
    expect(err).toContain(part);
  });

  it.each([
    ['no az', undefined, 'is not on the PATH'],
    ['no sign-in', "echo 'ERROR: Please run az login' >&2; exit 1", 'Please run az login'],
    ['no token', 'echo {}', 'printed no token'],
    ['no JSON', `echo ${armToken}`, 'printed no token'],
  ])('names the fault of the sign-in: %s', async (_, lines, part) => {
    const ran = await command(folderWith({}), ['collect', ids.service], {
      env: lines === undefined ? { PATH: folderWith({}) } : azThat(lines),
    });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(part);
    expect(ran.err).not.toContain(armToken);
  });

  it('of the test endpoint: only this machine gets a token', async () => {
    const env = { ...azThat('echo {}'), APIM_ATLAS_ARM_ENDPOINT: 'https://example.com' };
    const { err, code } = await command(folderWith({}), ['collect', ids.service], { env });
    expect(code).toBe(2);
    expect(err).toContain('an address of this machine only');
  });
});

it('asks az for the tenant of the subscription and the cloud that is named', async () => {
  const server = await armServer();
  const folder = folderWith({});
  const log = join(folder, 'args');
  const az = azThat(`echo "$@" > '${log}'; echo '{"accessToken":"${armToken}"}'`);
  const { code } = await command(folder, ['collect', ids.service, '--cloud', 'AzureUSGovernment'], {
    env: { ...server.env, ...az },
  });
  expect(code).toBe(0);
  expect(readFileSync(log, 'utf8').trim()).toBe(
    `account get-access-token --output json --subscription ${ids.service.split('/')[2]} --resource https://management.usgovcloudapi.net/`,
  );
});
