/** The DNS records of an instance in internal mode. */

import {
  type DnsPlan as DnsPlanData,
  type DnsRecord as DnsRecordData,
  dnsPlan,
} from '../../core/answers/dns-plan.ts';
import { renderDns } from '../../core/render/dns/index.ts';
import { DnsFormat } from './answer-enums.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { Dated } from './dated.ts';
import { useInstead } from './deprecation.ts';
import { CloudName } from './enums.ts';
import { Note } from './notes.ts';
import { spent } from './response-budget.ts';
import { answer } from './user-input.ts';

const DnsRecord = builder.objectRef<DnsRecordData>('DnsRecord');

DnsRecord.implement({
  description: 'An A record at the apex of a private zone named after the host name.',
  interfaces: [Dated],
  fields: (t) => ({
    hostName: t.exposeString('hostName', {
      description: 'The default host name, for example contoso.developer.azure-api.net.',
    }),
    endpoint: t.exposeString('endpoint', {
      description: 'What answers on the name, for example Developer portal.',
    }),
    zoneName: t.exposeString('zoneName', {
      description: 'Name of the private DNS zone for the record: the host name itself.',
    }),
    recordName: t.exposeString('recordName', {
      description: 'Name of the record within the zone: @, the apex.',
    }),
    address: t.exposeString('address', {
      description: 'Private IPv4 address of the instance, to which the name leads.',
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The last day on which something answered on the name, this day included; null while something does.',
      resolve: ({ until }) => until ?? null,
    }),
    retiredOn: t.expose('retiredOn', {
      type: 'Date',
      nullable: true,
      deprecationReason: useInstead('until, which is the day before'),
      description: 'Day since which nothing answers on the name; null while something does.',
    }),
    citations: t.expose('citations', { type: [Citation], description: 'Where it is documented.' }),
  }),
});

const DnsPlan = builder.objectRef<DnsPlanData>('DnsPlan');

DnsPlan.implement({
  description:
    'The DNS records that lead the default host names of an instance in internal mode to its private address.',
  fields: (t) => ({
    privateAddress: t.exposeString('privateAddress', {
      description: 'Private IPv4 address of the instance.',
    }),
    records: t.expose('records', {
      type: [DnsRecord],
      description: 'One record for each default host name, in a zone of its own.',
    }),
    forbiddenZoneName: t.exposeString('forbiddenZoneName', {
      description: 'The zone that must not be made: it would hide every public name below it.',
    }),
    notes: t.expose('notes', {
      type: [Note],
      description:
        'What private zones need, who must resolve the names, and which names no longer answer.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'The documents behind records and notes.',
    }),
    render: t.string({
      complexity: 200,
      description: 'The records as text that can be used as it is.',
      args: {
        format: t.arg({ type: DnsFormat, required: true, description: 'Notation of the text.' }),
      },
      resolve: (plan, { format }, { budget }) => spent(renderDns(format, plan), budget),
    }),
  }),
});

builder.queryField('dnsPlan', (t) =>
  t.field({
    type: DnsPlan,
    nullable: true,
    description:
      'The DNS records of an instance in internal mode. Error BAD_USER_INPUT for a name that no instance can have, and for an address that no subnet can have.',
    args: {
      instanceName: t.arg.string({
        required: true,
        description: 'Name of the instance: 1 to 50 letters, digits and hyphens, a letter first.',
      }),
      cloud: t.arg({
        type: CloudName,
        required: true,
        defaultValue: 'PUBLIC',
        description: 'Cloud of the instance; gives the suffix of the host names.',
      }),
      privateAddress: t.arg.string({
        required: true,
        description: 'Private IPv4 address of the instance, for example 10.0.0.5.',
      }),
    },
    resolve: (_, args) => answer(() => dnsPlan(args)),
  }),
);
