/** Which addresses change with the deployment, and why. */

import {
  type AddressImpact as AddressImpactData,
  type IpImpact as IpImpactData,
  impactSummary,
  ipImpact,
  type LocationImpact as LocationImpactData,
} from '../../core/answers/ip-impact.ts';
import { catalog } from '../../data/index.ts';
import type { IpChangeTrigger as TriggerData } from '../../data/model.ts';
import { AddressOutcome } from './answer-enums.ts';
import { builder, takesConfiguration } from './builder.ts';
import { Citation } from './citations.ts';
import { DeploymentInput, readDeployment } from './deployment-input.ts';
import { IpChangeTrigger } from './ip-change-triggers.ts';
import { Note } from './notes.ts';
import { Region } from './regions.ts';
import { answer } from './user-input.ts';

const triggerById = new Map(catalog.ipChangeTriggers.map((trigger) => [trigger.id, trigger]));

const AddressImpact = builder.objectRef<AddressImpactData>('AddressImpact');

AddressImpact.implement({
  description: 'What a change of a deployment does to one kind of address.',
  fields: (t) => ({
    outcome: t.expose('outcome', {
      type: AddressOutcome,
      description: 'Whether the change replaces the address, keeps it, or no source says.',
    }),
    triggers: t.field({
      type: [IpChangeTrigger],
      description: 'The events that change it; empty unless the outcome is CHANGES.',
      resolve: ({ triggers }) => triggers.map((id) => triggerById.get(id) as TriggerData),
    }),
  }),
});

const LocationImpact = builder.objectRef<LocationImpactData>('LocationImpact');

LocationImpact.implement({
  description: 'What a change of a deployment does to the addresses of one location.',
  fields: (t) => ({
    region: t.expose('region', {
      type: Region,
      description: 'Region by which the locations of both deployments are matched.',
    }),
    publicAddress: t.expose('publicAddress', {
      type: AddressImpact,
      description: 'What happens to the public address.',
    }),
    privateAddress: t.expose('privateAddress', {
      type: AddressImpact,
      description: 'What happens to the private address that clients use in internal mode.',
    }),
  }),
});

const IpImpact = builder.objectRef<IpImpactData>('IpImpact');

IpImpact.implement({
  description: 'What a change of the deployment does to the addresses of an instance.',
  fields: (t) => ({
    summary: t.string({
      description: 'Which addresses change and which stay, as a sentence.',
      resolve: impactSummary,
    }),
    publicAddress: t.expose('publicAddress', {
      type: AddressImpact,
      description: 'The public address, over all locations: CHANGES where it does in any.',
    }),
    privateAddress: t.expose('privateAddress', {
      type: AddressImpact,
      description:
        'The private address that clients use in internal mode, over all locations: CHANGES where it does in any.',
    }),
    locations: t.expose('locations', {
      type: [LocationImpact],
      description: 'The locations of either deployment, those of the first one first.',
    }),
    steps: t.exposeStringList('steps', {
      description:
        'What to do before and after the change, in order; empty where there is nothing to do.',
    }),
    notes: t.expose('notes', {
      type: [Note],
      description: 'What the outcome rests on, and exceptions from it.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      complexity: { multiplier: 15 },
      description: 'The documents behind triggers and notes.',
    }),
  }),
});

builder.queryField('ipImpact', (t) =>
  t.field({
    type: IpImpact,
    nullable: true,
    description:
      'Which addresses change with the deployment, and why. Locations are compared by region. Error BAD_USER_INPUT for a deployment that no instance can have: an unknown region, a mode that the tier lacks, no location.',
    args: {
      before: t.arg({
        type: DeploymentInput,
        required: true,
        description: 'The deployment before the change.',
      }),
      after: t.arg({
        type: DeploymentInput,
        required: true,
        description: 'The deployment after the change.',
      }),
    },
    extensions: takesConfiguration,
    complexity: ({ before, after }) =>
      4000 + 500 * (before.locations.length + after.locations.length),
    resolve: (_, { before, after }) =>
      answer(() => ipImpact(readDeployment(before), readDeployment(after))),
  }),
);
