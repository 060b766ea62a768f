/** The events that change the addresses of an instance. */

import { catalog } from '../../data/index.ts';
import type { IpChangeTrigger as TriggerData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { Tier } from './enums.ts';
import { Citation } from './sources.ts';

export const IpChangeTrigger = builder.objectRef<TriggerData>('IpChangeTrigger');

IpChangeTrigger.implement({
  description: 'An event that changes an address of an instance.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Permanent id, kebab-case.' }),
    title: t.exposeString('title', { description: 'Short name.' }),
    description: t.exposeString('description', { description: 'What happens, and to what.' }),
    tiers: t.expose('tiers', { type: [Tier], description: 'Tiers that it concerns.' }),
    since: t.expose('since', {
      type: 'Date',
      description: 'Date of the first document that lists it.',
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'Date of the last document that lists it; null while the newest one does.',
      resolve: (trigger) => trigger.until ?? null,
    }),
    affectsPublicAddress: t.exposeBoolean('affectsPublicAddress', {
      description: 'Whether the public address changes.',
    }),
    affectsPrivateAddress: t.exposeBoolean('affectsPrivateAddress', {
      description: 'Whether the private address changes; only ever in internal mode.',
    }),
    advice: t.exposeString('advice', { description: 'How to prepare for it.' }),
    citations: t.expose('citations', { type: [Citation], description: 'Where it is documented.' }),
  }),
});

builder.queryField('ipChangeTriggers', (t) =>
  t.field({
    type: [IpChangeTrigger],
    description: 'The events that change the addresses of an instance.',
    args: { tier: t.arg({ type: Tier, description: 'Only what concerns this tier.' }) },
    resolve: (_, { tier }) =>
      catalog.ipChangeTriggers.filter((trigger) => !tier || trigger.tiers.includes(tier)),
  }),
);
