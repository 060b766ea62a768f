/** Answers to what most readers ask in words: which ports, how large a subnet, whether the addresses change. */

import { isFiller } from '../../../core/search/tokens.ts';
import {
  type Answer,
  changesAnswer,
  controlPlaneAnswer,
  editionsAnswer,
  feedsAnswer,
  hostsAnswer,
  pipelinesAnswer,
  portsAnswer,
  prefixAnswer,
  rulesAnswer,
  subnetAnswer,
  tiersAnswer,
  validateAnswer,
} from './common-answer-texts.ts';

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

const years = Array.from({ length: 20 }, (_, index) => String(2017 + index));

const ofPorts = [
  ...list(
    'security service open opened opening allow allowed unblock must required necessary minimum',
  ),
  ...list('inbound incoming outbound outgoing traffic list all table connectivity firewall'),
  ...instance,
];

const ofHosts = list(
  'name names url urls domain domains firewall allow allowed required outbound government china gov proxy list whitelist allowlist dependencies',
);

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
  {
    needs: [
      list('tier tiers sku skus'),
      list('vnet network networking injection inject injected integration private endpoint'),
    ],
    allows: list('support supports supported outbound inbound external internal mode compare'),
    answer: tiersAnswer,
  },
  {
    needs: [
      list('change changes changed changelog new news difference differences'),
      ['edition', 'editions', 'documentation', 'docs', 'port', 'ports', 'rules', 'table', ...years],
    ],
    allows: list('since latest newest last between after port rule microsoft requirements'),
    answer: editionsAnswer,
  },
  {
    needs: [list('terraform bicep arm powershell cli csv json'), list('rule rules nsg nsgs')],
    allows: list(
      'security group groups example examples template templates export generate create code script',
    ).concat(instance),
    answer: rulesAnswer,
  },
  {
    needs: [list('host hosts hostname hostnames fqdn fqdns endpoints')],
    allows: ofHosts,
    answer: hostsAnswer,
  },
  {
    // A domain alone may be a custom one.
    needs: [
      list('url urls domain domains'),
      list('firewall allow allowed required outbound proxy whitelist allowlist dependencies'),
    ],
    allows: ofHosts,
    answer: hostsAnswer,
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
