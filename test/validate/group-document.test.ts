/** One network security group in every document that may hold it: the same rules, or the one that is left open by name. */

import { describe, expect, it } from 'vitest';
import { readNetworkSecurityGroup } from '../../api/validate/read/network-security-group.ts';
import { elsewhere } from './group-elsewhere.ts';
import { inAzure } from './group-in-azure.ts';
import { type Json, rules, subnetId } from './group-shapes.ts';
import { azShowDocument } from './shapes.ts';

const path = ['deployment', 'locations', 0, 'networkSecurityGroup'];
const at = '/deployment/locations/0/networkSecurityGroup/document';
const read = (document: unknown) => readNetworkSecurityGroup({ document }, path, subnetId);

/** A rule without the places it was found in, its one prefix the same in either field. */
const contents = (document: unknown) =>
  read(document).map(({ path: _, fieldsPath: __, source, destination, ...rest }) => ({
    ...rest,
    source: [source.singular ?? [], source.plural].flat(),
    destination: [destination.singular ?? [], destination.plural].flat(),
    sourcePorts: [rest.sourcePorts.singular ?? [], rest.sourcePorts.plural].flat(),
    destinationPorts: [rest.destinationPorts.singular ?? [], rest.destinationPorts.plural].flat(),
  }));

describe('the same group in another document', () => {
  const expected = contents(azShowDocument(rules));
  const anyPort = (one: Json) => ({
    ...one,
    sourcePorts: one.sourcePorts.map((port: string) => (port === '0-65535' ? '*' : port)),
  });

  it.each([...inAzure, ...elsewhere])('%s', (_, document) => {
    expect(contents(document).map(anyPort)).toEqual(expected);
  });
});
