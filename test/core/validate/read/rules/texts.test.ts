/** Long texts, lists in one text and pointers into the document of a group. */

import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../../core/input-error.ts';
import { validate } from '../../../../../core/validate/validate.ts';
import { deploymentOf, subnet } from '../../../../support/groups.ts';
import { check, frame, rule } from '../../../../support/one-group.ts';
import { propertiesOf, restDocument } from '../../../../support/shapes.ts';

const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;

describe('reading', () => {
  const bad = rule({ destinationAddressPrefixes: ['KeyVault'], priority: 99 });

  it('pointers into a REST document lead through properties', () => {
    const { findings } = check({ document: restDocument([bad]) });
    const at = '/deployment/locations/0/networkSecurityGroup/document/properties/securityRules/0';
    const paths = findings.filter(({ path }) => path.startsWith(at)).map(({ path }) => path);
    expect(paths).toEqual([
      `${at}/properties/destinationAddressPrefix`,
      `${at}/properties/priority`,
    ]);
  });

  const singular = (destinationAddressPrefix: string) => ({
    document: [{ name: 'rule', ...propertiesOf(rule({})), destinationAddressPrefix }],
  });

  it('prefixes in one text count against the limit', () => {
    const prefixes = Array.from(
      { length: 4001 },
      (_, index) => `10.0.${index >> 8}.${index & 255}`,
    );
    expect(() => check(singular(prefixes.join()))).toThrow(InputError);
  });

  it('the report on a long text is not many times as long', () => {
    const { findings } = check(singular('abcde,'.repeat(3000)));
    expect(JSON.stringify(findings).length).toBeLessThan(10 * 6 * 3000);
  });

  it('messages quote the beginning of a long text only', () => {
    const long = 'a b'.repeat(10_000);
    const group = {
      document: [
        { name: long.slice(0, 900), ...propertiesOf(bad), destinationAddressPrefix: long },
      ],
    };
    const longest = Math.max(...check(group).findings.map(({ message }) => message.length));
    expect(longest).toBeLessThan(1000);
  });

  it('tags in one text, parted by commas, are tags in a list', () => {
    const { findings } = check(singular('Storage,Sql'));
    expect(findings.map(({ checkId }) => checkId)).toContain('tag-in-plural-list');
  });

  it('the error on too many units leads to them', () => {
    const deployment = deploymentOf(frame, { securityRules: [] }, { subnet });
    const locations = deployment.locations.map((location) => ({ ...location, units: 2_000_000 }));
    let path: unknown;
    try {
      validate({ ...deployment, locations }, none);
    } catch (error) {
      path = (error as InputError).path;
    }
    expect(path).toEqual(['deployment', 'locations', 0, 'units']);
  });
});
