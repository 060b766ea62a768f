/** The bounds of the reader of Resource Manager, with bounds that a test can reach. */

import { describe, expect, it } from 'vitest';
import { ArmClient, ArmError, type ArmLimits, armLimits } from '../../../cli/live/arm-client.ts';
import { armServer, armToken, type Fault, ids } from '../../support/arm-server.ts';

async function client(limits: Partial<ArmLimits>, fault: Fault, path: string = ids.service) {
  const server = await armServer({ [path]: fault });
  return { arm: new ArmClient(server.url, armToken, { ...armLimits, ...limits }), ...server };
}

const page = (nextLink: string) => JSON.stringify({ value: [1], nextLink });

describe('a request', () => {
  it('ends when its time is up', async () => {
    const { arm } = await client({ timeoutMs: 50 }, () => undefined);
    await expect(arm.get(ids.service, '1')).rejects.toThrow('no response within 0.05 s');
  });

  it('ends when its time is up within the body', async () => {
    const { arm } = await client({ timeoutMs: 200 }, (response) => void response.write('{'));
    await expect(arm.get(ids.service, '1')).rejects.toThrow('no response within 0.2 s');
  });

  it('is none when the time of the run is up', async () => {
    const { arm } = await client({ totalMs: 0 }, (response) => response.end('{}'));
    await expect(arm.get(ids.service, '1')).rejects.toThrow('the run took longer than 0 s');
  });

  it('is none above the number of a run', async () => {
    const { arm, requests } = await client({ requests: 1 }, (response) => response.end('{}'));
    await arm.get(ids.service, '1');
    await expect(arm.get(ids.service, '1')).rejects.toThrow('more than 1 requests');
    expect(requests).toHaveLength(1);
  });

  it('is repeated as often as the bound says', async () => {
    const { arm, requests } = await client({ retries: 2 }, (response) =>
      response.writeHead(503, { 'retry-after': '0' }).end(),
    );
    await expect(arm.get(ids.service, '1')).rejects.toThrow(ArmError);
    expect(requests).toHaveLength(3);
  });

  it('counts the bytes of all responses', async () => {
    const { arm } = await client({ bytes: 15 }, (response) => response.end('"1234567"'));
    expect(await arm.get(ids.service, '1')).toBe('1234567');
    await expect(arm.get(ids.service, '1')).rejects.toThrow('too large');
  });

  it('gives back no token that the server repeats', async () => {
    const { arm } = await client({}, (response) => response.end(`{"name":"${armToken}"}`));
    expect(await arm.get(ids.service, '1')).toEqual({ name: '[token]' });
  });

  it.each([
    ['in a value', 200],
    ['in an error', 403],
  ])('gives back no token that the server repeats in escapes: %s', async (_, status) => {
    const escaped = [...armToken]
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
    const { arm } = await client({}, (response) =>
      response.writeHead(status).end(`{"name":"${escaped}","error":{"message":"no ${escaped}"}}`),
    );
    const answer = await arm.get(ids.service, '1').catch((error) => error.message);
    expect(JSON.stringify(answer)).toContain('[token]');
    expect(JSON.stringify(answer)).not.toContain(armToken);
  });
});

describe('a list', () => {
  it('may be the response itself', async () => {
    const { arm } = await client({}, (response) => response.end('[1,2]'));
    expect(await arm.list(ids.service, '1')).toEqual([1, 2]);
  });

  it('goes on at the next page of the same server', async () => {
    const { arm } = await client({}, (response, count) =>
      response.end(count < 3 ? page(`${ids.service}?n=${count}`) : '{"value":[2],"nextLink":null}'),
    );
    expect(await arm.list(ids.service, '1')).toEqual([1, 1, 2]);
  });

  it.each([
    ['on another server', 'https://example.com/next'],
    ['on another port', 'http://127.0.0.1:1/next'],
    ['that is no address', 'http://['],
  ])('does not go on at a page %s', async (_, nextLink) => {
    const { arm, requests } = await client({}, (response) => response.end(page(nextLink)));
    await expect(arm.list(ids.service, '1')).rejects.toThrow('gets no token');
    expect(requests).toHaveLength(1);
  });

  it('ends at a number of pages', async () => {
    const { arm, requests } = await client({ pages: 2 }, (response) =>
      response.end(page(ids.service)),
    );
    await expect(arm.list(ids.service, '1')).rejects.toThrow('more than 2 pages');
    expect(requests).toHaveLength(2);
  });

  it('is refused where the response has none', async () => {
    const { arm } = await client({}, (response) => response.end('null'));
    await expect(arm.list(ids.service, '1')).rejects.toThrow('has no list');
  });
});
