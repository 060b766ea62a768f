/** What the answers to common questions say, from the data. */

import { changesBetween } from '../../../core/answers/changes.ts';
import { statementsOf } from '../../../core/answers/port-table.ts';
import { subnetPlan } from '../../../core/answers/subnet-plan.ts';
import { catalog, newestEdition } from '../../../data/index.ts';
import type { Direction, SubnetArithmetic } from '../../../data/model.ts';
import { networkingOptions } from '../../../data/model.ts';
import { labelOf, labelsOf } from '../lib/labels.ts';
import { capitalized, joined } from '../lib/sentences.ts';

export interface Answer {
  readonly title: string;
  readonly path: string;
  readonly text: string;
}

const directionWords = {
  INBOUND: ['inbound', 'incoming'],
  OUTBOUND: ['outbound', 'outgoing'],
} as const;

/** In: TCP 3443 from ApiManagement. Of the direction and the mode that the words name, or of both. */
export function portsAnswer(words: ReadonlySet<string>): Answer {
  const named = (['INBOUND', 'OUTBOUND'] as const).filter((direction) =>
    directionWords[direction].some((word) => words.has(word)),
  );
  const modes = (['EXTERNAL', 'INTERNAL'] as const).filter((mode) => words.has(labelOf(mode)));
  const [onlyMode] = modes.length === 1 ? modes : [];
  const required = statementsOf(newestEdition, undefined).filter(
    ({ statement }) =>
      statement.necessity === 'REQUIRED' &&
      (onlyMode === undefined || statement.virtualNetworkTypes.includes(onlyMode)),
  );
  const partOf = (direction: Direction) => {
    const rows = required.filter(({ statement }) => statement.directions.includes(direction));
    const texts = rows.map(({ statement }) => {
      const { destinationPorts, protocol, source, destination, virtualNetworkTypes } = statement;
      const end = direction === 'INBOUND' ? `from ${source}` : `to ${destination}`;
      const [mode, ...others] = virtualNetworkTypes;
      const isOfOneMode = mode && others.length === 0 && onlyMode === undefined;
      const inMode = isOfOneMode ? ` in ${labelOf(mode)} mode` : '';
      return `${labelOf(protocol)} ${destinationPorts.join(' and ')} ${end}${inMode}`;
    });
    return `${capitalized(labelOf(direction))}: ${joined([...new Set(texts)])}.`;
  };
  const directions = named.length > 0 ? named : (['INBOUND', 'OUTBOUND'] as const);
  const where = onlyMode ? `${labelOf(onlyMode)} mode` : 'a virtual network';
  return {
    title: 'What must I allow?',
    path: '/required-rules/',
    text: `A Developer or Premium instance in ${where} needs these ports:\n${directions.map(partOf).join('\n')}\nThis tool writes the rules for your region as Bicep, Terraform or a script.`,
  };
}

/** Developer: at least /29 */
export function subnetAnswer(): Answer {
  const rows = catalog.subnetArithmetic;
  const sizeOf = ({ longestPrefixLength, recommendedPrefixLength }: SubnetArithmetic) =>
    longestPrefixLength === recommendedPrefixLength
      ? `/${longestPrefixLength}`
      : `/${longestPrefixLength}, recommended /${recommendedPrefixLength}`;
  const sizes = [...new Set(rows.map(sizeOf))].map((size) => {
    const tiers = rows.filter((row) => sizeOf(row) === size).flatMap((row) => row.tiers);
    return `${labelsOf([...new Set(tiers)])}: at least ${size}.`;
  });
  return {
    title: 'Is my subnet large enough?',
    path: '/subnet-calculator/',
    text: `${sizes.join('\n')}\nThe calculator counts your units.`,
  };
}

export function changesAnswer(): Answer {
  const events = catalog.ipChangeTriggers.filter(({ until }) => until === undefined);
  return {
    title: 'Will my IP change?',
    path: '/will-my-ip-change/',
    text: `The addresses of a classic instance change in ${events.length} cases: ${events.map(({ title }) => title).join('; ')}.`,
  };
}

export function controlPlaneAnswer(): Answer {
  return {
    title: 'Control-plane addresses',
    path: '/regions/',
    text: 'In security rules allow the service tag ApiManagement on TCP 3443. The page of your region has the addresses that Microsoft last documented, or says that there are none.',
  };
}

export function validateAnswer(): Answer {
  return {
    title: 'Validate a network',
    path: '/validate/',
    text: 'Paste Bicep, Terraform, an ARM template or a security group: you see which required traffic is blocked, by which line, and the fix.',
  };
}

export function feedsAnswer(): Answer {
  return {
    title: 'Follow and embed',
    path: '/guides/follow/',
    text: 'Each region, service tag and tier has a feed and a calendar, with an entry when what to allow changes.',
  };
}

export function pipelinesAnswer(): Answer {
  return {
    title: 'Check pull requests',
    path: '/guides/pipelines/',
    text: 'The command apim-atlas check annotates the lines of its findings and fails on errors. It needs no sign-in to Azure.',
  };
}

/** For a Premium instance in internal mode, which needs the most addresses. */
export function prefixAnswer(prefixLength: number): Answer {
  const plan = subnetPlan({
    tier: 'PREMIUM',
    virtualNetworkType: 'INTERNAL',
    units: 1,
    prefixLength,
  });
  const room = Math.min(plan.maxUnits ?? 0, plan.unitLimit ?? Number.POSITIVE_INFINITY);
  const units = room === 1 ? '1 unit' : `${room} units`;
  const isMost = room === plan.unitLimit ? ', the most that the tier can have' : '';
  return {
    title: `A subnet of /${prefixLength}`,
    path: `/subnet-calculator/?prefixLength=${prefixLength}`,
    text: plan.fits
      ? `It has room for ${units} of a Premium instance in internal mode${isMost}. The calculator has the other tiers.`
      : 'It is too small for an instance. The calculator has the sizes that fit.',
  };
}

/** External injection: Developer and Premium. */
export function tiersAnswer(): Answer {
  const lines = networkingOptions.map((option) => {
    const tiers = catalog.tierProfiles.filter(({ networking }) =>
      networking.some((one) => one.option === option && one.isSupported),
    );
    return `${capitalized(labelOf(option))}: ${joined(tiers.map(({ displayName }) => displayName))}.`;
  });
  return {
    title: 'Tiers',
    path: '/tiers/',
    text: `${lines.join('\n')}\nThe page has the conditions.`,
  };
}

/** Of all editions; since a year where the words name it so, and it has any. */
export function editionsAnswer(words: ReadonlySet<string>): Answer {
  const all = changesBetween();
  const [year, ...others] = [...words].filter((word) => /^20\d\d$/.test(word));
  const isSince = year !== undefined && others.length === 0 && words.has('since');
  const since = isSince ? all.filter(({ date }) => date >= year) : [];
  const changes = since.length > 0 ? since : all;
  const newest = changes.filter(({ date }) => date === newestEdition);
  const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  return {
    title: 'Changes of the documentation',
    path: '/changes/',
    text: `${since.length > 0 ? `Since ${year}: ` : ''}${count} up to the edition of ${newestEdition}. That one: ${newest.map(({ summary }) => summary).join(' ')} The page says what to do, and compares any two editions.`,
  };
}

export function rulesAnswer(): Answer {
  return {
    title: 'Required rules',
    path: '/required-rules/',
    text: 'The security rules of your region, tier and mode as Bicep, Terraform, ARM JSON, Azure CLI, PowerShell, CSV or Markdown.',
  };
}

export function hostsAnswer(): Answer {
  return {
    title: 'Endpoints',
    path: '/endpoints/',
    text: 'The host names that API Management needs to reach, with their ports, for Azure, Azure Government and Azure operated by 21Vianet. Allow them in your firewall; in security rules name the service tags.',
  };
}
