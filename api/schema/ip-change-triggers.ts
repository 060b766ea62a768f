/** The events that change the addresses of an instance. */

import { catalog } from '../../data/index.ts';
import type { IpChangeTrigger as TriggerData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { current, Dated, includeEndedOption } from './dated.ts';
import { Tier } from './enums.ts';
import { Fact, factsByKind } from './fact.ts';

export const IpChangeTrigger = builder.objectRef<TriggerData>('IpChangeTrigger');

IpChangeTrigger.implement({
  description: 'An event that changes an address of an instance.',
  interfaces: [Fact, Dated],
  fields: (t) => ({
    description: t.exposeString('description', {
      description: 'What happens, and which address it changes.',
    }),
    tiers: t.expose('tiers', { type: [Tier], description: 'Tiers that it concerns.' }),
    affectsPublicAddress: t.exposeBoolean('affectsPublicAddress', {
      description: 'Whether the public address changes.',
    }),
    affectsPrivateAddress: t.exposeBoolean('affectsPrivateAddress', {
      description: 'Whether the private address changes; only ever in internal mode.',
    }),
    advice: t.exposeString('advice', {
      description: 'What to do before the event, so that nothing depends on the old address.',
    }),
  }),
});

builder.queryFields((t) => ({
  ipChangeTriggers: t.field({
    type: [IpChangeTrigger],
    description: 'The events that change the addresses of an instance today.',
    args: {
      tier: t.arg({ type: Tier, description: 'Only what concerns this tier.' }),
      includeEnded: t.arg.boolean(includeEndedOption),
    },
    resolve: (_, { tier, includeEnded }) =>
      current(catalog.ipChangeTriggers, includeEnded).filter(
        (trigger) => !tier || trigger.tiers.includes(tier),
      ),
  }),
  ipChangeTrigger: t.field({
    type: IpChangeTrigger,
    nullable: true,
    description: 'The event with this id; null where there is none.',
    args: {
      id: t.arg.id({
        required: true,
        description: 'Id of the event, as ipChangeTriggers lists it.',
      }),
    },
    resolve: (_, { id }) => factsByKind.IP_CHANGE_TRIGGER.find(id) ?? null,
  }),
}));
