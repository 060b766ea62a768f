/** Routes in other regions and clouds, and the rules of a group next to them. */

import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../../core/deployment.ts';
import { ServiceTagIndex } from '../../../../core/network/service-tags/service-tags.ts';
import { inbound, outbound, securityRules } from '../../../../core/validate/checks/kit/example.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { all, back, clients, firewall, type Hop, subnet, table } from './routes.ts';

const tagNames = (count: number) =>
  new ServiceTagIndex('PUBLIC').names.filter((name) => name !== 'ApiManagement').slice(0, count);

describe('routes in other places', () => {
  const routes = (region: string, ...hops: Hop[]) =>
    validate(
      withDefaults({
        tier: 'PREMIUM',
        virtualNetworkType: 'INTERNAL',
        locations: [{ region, ...clients(), ...table(...hops) }],
      }),
      { serviceTagFiles: [], whatIf: 'NONE' },
    ).findings.filter(({ checkId }) => checkId === 'control-plane-route');

  it('in China the tag is doubtful as a route', () => {
    const actual = routes('chinaeast2', firewall, back);
    expect(actual).toMatchObject([{ outcome: 'NEEDS_REVIEW' }]);
    expect(actual[0]?.message).toMatch(/does not list user-defined routes/);
  });

  it('the primary region alone needs the endpoint of Sql', () => {
    const place = (region: string) => ({
      region,
      ...clients(),
      ...table(firewall, back),
      ...subnet(...all.slice(1)),
    });
    const { findings } = validate(
      withDefaults({
        tier: 'PREMIUM',
        virtualNetworkType: 'INTERNAL',
        locations: [place('westeurope'), place('northeurope')],
      }),
      { serviceTagFiles: [], whatIf: 'NONE' },
    );
    const missing = findings.filter(({ message }) => /no service endpoint/.test(message));
    expect(missing.map(({ path }) => path)).toEqual([
      '/deployment/locations/0/routeTable/routes/0',
    ]);
  });

  it('takes no more routes for service tags than Azure does', () => {
    const many = tagNames(26).map((name): Hop => [name, 'Internet']);
    expect(() => routes('westeurope', ...many)).toThrow('too many routes for service tags');
    expect(routes('westeurope', ...many.slice(1))).toEqual([]);
  });

  it('an open route leaves open what it could take', () => {
    const { findings } = validate(
      withDefaults({
        tier: 'PREMIUM',
        virtualNetworkType: 'INTERNAL',
        locations: [
          {
            region: 'westeurope',
            ...clients(),
            routeTable: {
              document: [
                {
                  name: 'open',
                  addressPrefix: "[parameters('prefix')]",
                  nextHopType: 'VirtualAppliance',
                },
              ],
            },
          },
        ],
      }),
      { serviceTagFiles: [], whatIf: 'NONE' },
    );
    expect(findings.map(({ checkId, outcome }) => `${checkId} ${outcome}`)).toEqual(
      expect.arrayContaining(['control-plane-route NEEDS_REVIEW', 'route-not-judged NEEDS_REVIEW']),
    );
  });

  it('says whether it knows the firewall, and routes over BGP', () => {
    const codes = (...hops: Hop[]) =>
      validate(
        withDefaults({
          tier: 'PREMIUM',
          virtualNetworkType: 'INTERNAL',
          locations: [{ region: 'westeurope', ...clients(), ...table(...hops) }],
        }),
        { serviceTagFiles: [], whatIf: 'NONE' },
      )
        .assumptions.map(({ code }) => code)
        .filter((code) => /FIREWALL|BGP/.test(code));
    expect(codes(firewall, back)).toEqual(['FIREWALL_POLICY_UNKNOWN']);
    expect(codes(back)).toEqual(['BGP_ROUTES_UNKNOWN']);
    expect(codes(['0.0.0.0/0', 'Internet'])).toEqual([]);
  });
});

describe('rules of a group beside routes', () => {
  it('change nothing of what the routes do', () => {
    const { findings } = validate(
      withDefaults({
        tier: 'PREMIUM',
        virtualNetworkType: 'INTERNAL',
        locations: [
          {
            region: 'westeurope',
            ...securityRules(
              inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
              outbound('AllowAll', 100, 'ALLOW', '*', '*', { protocol: '*' }),
            ),
            ...table(['0.0.0.0/0', 'None']),
          },
        ],
      }),
      { serviceTagFiles: [], whatIf: 'NONE' },
    );
    expect(findings.map(({ checkId }) => checkId)).toContain('route-black-hole');
  });
});
