/** GraphiQL in a browser: a link that shares a query with its variables opens them, and the button makes one. */

import { describe, expect, test } from 'vitest';
import { hasBrowser, useSite } from './browser.ts';

describe.runIf(hasBrowser)('a link into GraphiQL', { timeout: 60_000 }, () => {
  const site = useSite();

  const query = 'query One($name: String!) { region(name: $name) { displayName } }';
  const variables = '{ "name": "swedencentral" }';
  const path = `/graphql#${new URLSearchParams({ query, variables })}`;

  test('opens a query with its variables, which the server never sees', async () => {
    const { page, offences } = await site.open('/');
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(site.url + path);
    await page.locator('.graphiql-query-editor').getByText('displayName').waitFor();
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.result-window').getByText('Sweden Central').waitFor();
    expect(requested.filter((url) => url.includes('swedencentral'))).toEqual([]);
    expect(new URL(page.url()).hash).toBe('');
    expect(offences).toEqual([]);
  });

  test('is what the button copies', async () => {
    const { page, offences } = await site.open(path);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.graphiql-query-editor').getByText('displayName').waitFor();
    await page.getByRole('button', { name: 'Copy link to this query' }).click();
    await page.getByText('Link copied').waitFor();
    const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(`${copied.origin}${copied.pathname}${copied.search}`).toBe(`${site.url}/graphql`);
    const fragment = new URLSearchParams(copied.hash.slice(1));
    expect([fragment.get('query'), fragment.get('variables')]).toEqual([query, variables]);
    expect(offences).toEqual([]);
  });

  test.each([360, 1440])('has its bar above the editor at %i pixels', async (width) => {
    const { page } = await site.open('/graphql', 'light', width);
    await page.locator('.graphiql-query-editor').waitFor();
    const [bar, root] = await Promise.all([
      page.locator('.atlas-bar').boundingBox(),
      page.locator('#root').boundingBox(),
    ]);
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual((root?.y ?? 0) + 1);
    expect((root?.y ?? 0) + (root?.height ?? 0)).toBeLessThanOrEqual(901);
  });
});
