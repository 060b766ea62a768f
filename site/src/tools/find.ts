/** Searches the data; a port, an address, a region, a service tag or a common question is answered at once. */

import { addressInWords, lookupAddress } from '../../../core/answers/lookup-address.ts';
import { statementsOf } from '../../../core/answers/port-table.ts';
import { overlaps } from '../../../core/network/sets/interval-set.ts';
import { parseAddress } from '../../../core/network/sets/ipv4.ts';
import { portSet } from '../../../core/network/sets/ports.ts';
import { search } from '../../../core/search/search.ts';
import { findRegion, findServiceTag, newestEdition } from '../../../data/index.ts';
import type { Necessity, PortRule, PortRuleStatement } from '../../../data/model.ts';
import { labelOf, labelsOf, portsLabel } from '../lib/labels.ts';
import { capitalized, joined, slug } from '../lib/sentences.ts';
import type { Answer } from './common-answer-texts.ts';
import { commonAnswer } from './common-answers.ts';
import { readServiceTagFiles } from './service-tag-files.ts';

export async function find(text: string) {
  return { hits: search(text), answer: await answerTo(text.trim()) };
}

async function answerTo(text: string): Promise<Answer | undefined> {
  if (/^\d{2,5}$/.test(text)) return portAnswer(text);
  if (parseAddress(text) !== undefined) {
    const match = lookupAddress(text, await readServiceTagFiles([]));
    return {
      title: text,
      path: `/what-is-this-address/?address=${text}`,
      text: addressInWords(match),
    };
  }
  return regionAnswer(text) ?? tagAnswer(text) ?? commonAnswer(text);
}

/** More rules than that are listed by name. */
const mostSpelt = 3;

const names = (ports: readonly string[], port: string) => overlaps(portSet(ports), portSet([port]));

/** Whether a rule needs the port, which its brackets may make optional; undefined where it does not name it. */
function needOf(statement: PortRuleStatement, port: string): Necessity | undefined {
  if (names(statement.destinationPorts, port)) return statement.necessity;
  return names(statement.optionalDestinationPorts, port) ? 'OPTIONAL' : undefined;
}

/** Required since 2023-11-29, outbound: TCP 1886, 443 from VirtualNetwork to AzureMonitor (Azure Monitor). */
function portAnswer(port: string): Answer | undefined {
  const rows = statementsOf(newestEdition, undefined).flatMap(({ rule, statement }) => {
    const need = needOf(statement, port);
    return need ? [{ rule, statement, need }] : [];
  });
  const [first, ...others] = rows;
  if (!first) return undefined;
  if (rows.length > mostSpelt) {
    const titles = rows.map(({ rule, need }) => `${rule.title} (${labelOf(need)})`);
    return {
      title: `Port ${port}`,
      path: `/port-rules/?q=${port}`,
      text: `${rows.length} rules of the newest edition name it: ${joined(titles)}.`,
    };
  }
  const texts = rows.map(({ rule, statement, need }) => {
    const { directions, source, destination } = statement;
    const requirement = `${capitalized(labelOf(need))} since ${sinceOf(rule, port, need)}`;
    return `${requirement}, ${labelsOf(directions)}: ${portsLabel(statement)} from ${source} to ${destination} (${rule.title}).`;
  });
  return {
    title: `Port ${port}`,
    path: others.some(({ rule }) => rule !== first.rule)
      ? `/port-rules/?q=${port}`
      : `/port-rules/${first.rule.id}/`,
    text: [...new Set(texts)].join(' '),
  };
}

/** The first of the editions up to the newest that ask for the port alike. */
function sinceOf({ statements }: PortRule, port: string, need: Necessity): string {
  const inOrder = statements.toReversed();
  const end = inOrder.findIndex((statement) => needOf(statement, port) !== need);
  return (end < 0 ? inOrder : inOrder.slice(0, end)).at(-1)?.edition ?? newestEdition;
}

function regionAnswer(text: string): Answer | undefined {
  const region = findRegion(text);
  if (!region) return undefined;
  const editions = region.controlPlaneAddresses.flatMap((address) => address.editions);
  const last = editions.sort().at(-1);
  const addresses = region.controlPlaneAddresses
    .filter((address) => last !== undefined && address.editions.includes(last))
    .map(({ address }) => address);
  return {
    title: region.displayName,
    path: `/regions/${region.name}/`,
    text:
      addresses.length === 0
        ? 'In security rules allow the service tag ApiManagement. Microsoft has documented no control-plane address.'
        : `In security rules allow the service tag ApiManagement. Last documented control-plane address: ${joined(addresses)} (${last}).`,
  };
}

function tagAnswer(text: string): Answer | undefined {
  const tag = findServiceTag(text);
  if (!tag) return undefined;
  const rules = statementsOf(newestEdition, undefined).filter(({ statement }) =>
    [statement.source, statement.destination].includes(tag.name),
  );
  const titles = [...new Set(rules.map(({ rule }) => rule.title))];
  return {
    title: `Service tag ${tag.name}`,
    path: `/service-tags/${slug(tag.name)}/`,
    text:
      titles.length === 0
        ? `${tag.description} No rule of the newest edition names it.`
        : `${tag.description} In the newest edition named by the rules ${joined(titles)}.`,
  };
}
