/** Answers to what most readers ask in words: which ports, how large a subnet, whether the addresses change. */

import { statementsOf } from '../../../core/answers/port-table.ts';
import { subnetPlan } from '../../../core/answers/subnet-plan.ts';
import { isFiller } from '../../../core/search/tokens.ts';
import { catalog, newestEdition } from '../../../data/index.ts';
import type { Direction, SubnetArithmetic } from '../../../data/model.ts';
import { labelOf, labelsOf } from '../lib/labels.ts';
import { capitalized, joined } from '../lib/sentences.ts';

export interface Answer {
  readonly title: string;
  readonly path: string;
  readonly text: string;
}

interface Topic {
  /** Of each group the text has a word. */
  readonly needs: readonly (readonly string[])[];
  /** The other words that it may have; any other asks for something else. */
  readonly allows: readonly string[];
  readonly answer: (words: ReadonlySet<string>) => Answer;
}

const list = (text: string) => text.split(' ');
const instance = list(
  'classic premium developer tier internal external mode vnet network instance',
);

const ofPorts = [
  ...list(
    'security service open opened opening allow allowed unblock must required necessary minimum',
  ),
  ...list('inbound incoming outbound outgoing traffic list all table connectivity firewall'),
  ...instance,
];

const topics: readonly Topic[] = [
  {
    needs: [list('port ports nsg nsgs rule rules requirements')],
    allows: ofPorts,
    answer: portsAnswer,
  },
  {
    needs: [['firewall'], list('open opened allow allowed unblock')],
    allows: ofPorts,
    answer: portsAnswer,
  },
  {
    needs: [
      ['subnet', 'subnets'],
      list('size sizes sizing big large small minimum min cidr range many addresses enough'),
    ],
    allows: list('ip ips prefix required recommended must address standard v2').concat(instance),
    answer: subnetAnswer,
  },
  {
    needs: [
      list('ip ips address addresses vip'),
      list('change changes changed changing static stable same stay stays fixed permanent'),
    ],
    allows: list('public private ever keep').concat(instance),
    answer: changesAnswer,
  },
  {
    needs: [list('plane management'), list('ip ips address addresses')],
    allows: list('control allow firewall list endpoint'),
    answer: controlPlaneAnswer,
  },
  {
    needs: [list('feed feeds rss atom ics calendar newsletter notify notification subscribe')],
    allows: list('change changes changed new documentation ports port rules updates microsoft'),
    answer: feedsAnswer,
  },
  {
    needs: [list('pipeline pipelines github gitlab devops ci')],
    allows: list('action actions workflow pull request requests validate check'),
    answer: pipelinesAnswer,
  },
  {
    needs: [list('validate check test verify'), list('nsg network vnet bicep terraform rules arm')],
    allows: list('template file security rule group plan'),
    answer: validateAnswer,
  },
];

/** Undefined where the text asks for more, or for something else. */
export function commonAnswer(text: string): Answer | undefined {
  const length = /^\/([1-9]|[12]\d|3[0-2])$/.exec(text)?.[1];
  if (length !== undefined) return prefixAnswer(Number(length));
  const words = wordsOf(text);
  return topics
    .find(({ needs, allows }) => {
      const known = new Set([...needs.flat(), ...allows]);
      return (
        needs.every((group) => group.some((word) => words.has(word))) && words.isSubsetOf(known)
      );
    })
    ?.answer(words);
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .replace(/\b(?:azure )?api management\b/g, ' ')
    .replace(/\bnetwork security groups?\b/g, 'nsg')
    .replace(/\bvirtual networks?\b/g, 'vnet')
    .split(/[^a-z0-9]+/);
  return new Set(words.filter((word) => word !== '' && !isFiller(word)));
}

const directionWords = {
  INBOUND: ['inbound', 'incoming'],
  OUTBOUND: ['outbound', 'outgoing'],
} as const;

/** In: TCP 3443 from ApiManagement. Of the direction and the mode that the words name, or of both. */
function portsAnswer(words: ReadonlySet<string>): Answer {
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
function subnetAnswer(): Answer {
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

function changesAnswer(): Answer {
  const events = catalog.ipChangeTriggers.filter(({ until }) => until === undefined);
  return {
    title: 'Will my IP change?',
    path: '/will-my-ip-change/',
    text: `The addresses of a classic instance change in ${events.length} cases: ${events.map(({ title }) => title).join('; ')}.`,
  };
}

function controlPlaneAnswer(): Answer {
  return {
    title: 'Control-plane addresses',
    path: '/regions/',
    text: 'In security rules allow the service tag ApiManagement on TCP 3443. The page of your region has the addresses that Microsoft last documented, or says that there are none.',
  };
}

function validateAnswer(): Answer {
  return {
    title: 'Validate a network',
    path: '/validate/',
    text: 'Paste Bicep, Terraform, an ARM template or a security group: you see which required traffic is blocked, by which line, and the fix.',
  };
}

function feedsAnswer(): Answer {
  return {
    title: 'Follow and embed',
    path: '/guides/follow/',
    text: 'Each region, service tag and tier has a feed and a calendar, with an entry when what to allow changes.',
  };
}

function pipelinesAnswer(): Answer {
  return {
    title: 'Check pull requests',
    path: '/guides/pipelines/',
    text: 'The command apim-atlas check annotates the lines of its findings and fails on errors. It needs no sign-in to Azure.',
  };
}

/** For a Premium instance in internal mode, which needs the most addresses. */
function prefixAnswer(prefixLength: number): Answer {
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
