/**
 * The steps that fix a row, from the smallest change to the largest: correct a near miss, move a rule forward, add a
 * rule, move other rules back. A change counts only if the evaluation confirms it.
 */

import { type Direction, directions } from '../../../data/model.ts';
import type { InputRule } from '../../deployment.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import { covers } from '../../network/sets/interval-set.ts';
import { portSet } from '../../network/sets/ports.ts';
import {
  changed,
  type Draft,
  improves,
  inOrder,
  mayTry,
  type Row,
  restOf,
  rowsOf,
  worsens,
} from './draft.ts';
import { losesExtra } from './extras.ts';
import { type NearMiss, nearMissesOf } from './near-miss.ts';
import { nearMissFacts } from './near-miss-sides.ts';
import { firstDeny, freePriority, isPriority, madeRoom, priorityBetween } from './placing.ts';
import { isAdded, type Reason } from './rules.ts';
import { newRules } from './style.ts';

export type Step = (draft: Draft, row: Row) => Draft | undefined;

const harms = (before: Draft, after: Draft) => worsens(before, after) || losesExtra(before, after);

/** How many near misses are tried; a group has few. */
const maxTried = 8;

/** Rules of a direction with a unique name, so that writing one changes no other. */
function nameable(draft: Draft, direction: Direction) {
  const names = Map.groupBy(draft.rules, ({ name }) => name.toLowerCase());
  return inOrder(draft, direction).filter(
    ({ name }) => names.get(name.toLowerCase())?.length === 1,
  );
}

function nearMisses(draft: Draft, row: Row): NearMiss[] {
  const { tags, location } = draft.context;
  const [{ direction, statement, remote }] = row;
  const facts = nearMissFacts(tags, location.subnet?.addressPrefix);
  const ports = row.map(({ destinationPort }) => destinationPort);
  if (!mayTry(draft)) return [];
  return directions
    .flatMap((one) => nameable(draft, one))
    .filter((rule) => !isAdded(rule))
    .flatMap((rule) => nearMissesOf(rule, { direction, statement, ports, remote }, facts))
    .slice(0, maxTried);
}

const reasonFor = ([{ rule, statement }]: Row, change: string): Reason => ({
  text: `${rule.title} (${change}): ${statement.purpose}`,
  portRuleId: rule.id,
});

/** Corrects near misses of the row, at their priority or before the deny rule. */
export const correct: Step = (draft, row) => {
  let best = draft;
  for (const { corrected, what } of nearMisses(draft, row)) {
    const rest = restOf(row, best);
    if (!rest) break;
    const reason = reasonFor(row, `was: ${what}`);
    const [{ direction }] = row;
    const own = Number(corrected.priority);
    const isFree =
      isPriority(own) &&
      !inOrder(best, direction).some(
        ({ path, priority }) => priority === own && path !== corrected.path,
      );
    const before = freePriority(best, direction, firstDeny(rest), corrected);
    for (const priority of [isFree ? own : undefined, before]) {
      const next =
        priority && mayTry(best) && changed(best, [{ rule: { ...corrected, priority }, reason }]);
      const mended = rest.length - (next ? (restOf(row, next)?.length ?? 0) : rest.length);
      if (next && mended > 0 && !harms(best, next)) {
        best = next;
        break;
      }
    }
  }
  return best === draft ? undefined : best;
};

/** Allow rules for the row's tag and ports that come after a deny rule. */
function shadowed(draft: Draft, row: Row): InputRule[] {
  const [{ direction, remote, statement }] = row;
  const base = remote[0]?.base;
  const names = new Set([base, ...remote.map(({ name }) => name)]);
  const own = portSet([...statement.destinationPorts, ...statement.optionalDestinationPorts]);
  const limit = firstDeny(row);
  return nameable(draft, direction)
    .filter((raw) => {
      if (raw.priority < limit) return false;
      const rule = draft.context.read(raw);
      const terms = direction === 'INBOUND' ? rule?.source : rule?.destination;
      return (
        rule?.access === 'ALLOW' &&
        terms?.every((term) => term.kind === 'tag' && names.has(term.tag.name)) &&
        covers(own, rule.destinationPorts ?? [])
      );
    })
    .slice(0, maxTried);
}

function denierOf(row: Row): SecurityRule | undefined {
  const first = firstDeny(row);
  return row
    .flatMap(({ evaluation }) => evaluation.deniedBy)
    .find(({ priority }) => priority === first);
}

const movedBefore = (raw: InputRule, row: Row) =>
  reasonFor(row, `moved from ${raw.priority} before ${denierOf(row)?.name ?? 'the deny rule'}`);

/** Moves rules for the row before the deny rule, if that is enough. */
export const advance: Step = (draft, row) => {
  let best = draft;
  for (const raw of shadowed(draft, row)) {
    const rest = restOf(row, best);
    if (!rest) break;
    const priority = freePriority(best, row[0].direction, firstDeny(rest), raw);
    const next =
      priority &&
      mayTry(best) &&
      changed(best, [{ rule: { ...raw, priority }, reason: movedBefore(raw, rest) }]);
    if (next && improves(best, next, row) && !harms(best, next)) best = next;
  }
  return restOf(row, best) ? undefined : best;
};

/** Adds the rules of a row at free priorities, each only if `isUseful` accepts the draft before and after it. */
function withNewRules(
  draft: Draft,
  row: Row,
  isUseful: (before: Draft, after: Draft) => boolean,
): Draft {
  return newRules(row, draft.context, draft.rules).reduce((before, { rule, reason }) => {
    const priority = freePriority(before, row[0].direction, firstDeny(row));
    const after = priority && changed(before, [{ rule: { ...rule, priority }, reason }]);
    return after && isUseful(before, after) ? after : before;
  }, draft);
}

/** Adds the missing rules of the row at free priorities; of two tags only the one that helps. */
export const add: Step = (draft, row) => {
  const helpful = withNewRules(draft, row, (before, after) => improves(before, after, row));
  const best = restOf(row, helpful) ? withNewRules(draft, row, () => true) : helpful;
  const isBetter = !restOf(row, best) || improves(draft, best, row);
  return best !== draft && isBetter ? best : undefined;
};

/** The rules of a new group: one for each row, even if a default rule would be enough. */
export const create = (draft: Draft): Draft =>
  rowsOf(draft).reduce((before, row) => withNewRules(before, row, () => true), draft);

/** Moves the deny rule after the rules it hides, if it hides no others. */
export const putBack: Step = (draft, row) => {
  const [{ direction }] = row;
  const denying = denierOf(row)?.path;
  const denier = draft.rules.find(({ path }) => path === denying);
  if (!denier) return undefined;
  const hidden = draft.context.flows
    .map((_, index) => draft.flow(index))
    .filter((flow) => flow.direction === direction && denierOf([flow])?.path === denier.path)
    .flatMap((flow) => shadowed(draft, [flow]).map(({ path }) => path));
  const behind = inOrder(draft, direction).filter(
    ({ priority }) => priority > Number(denier.priority),
  );
  const last = behind.findLastIndex(({ path }) => hidden.includes(path));
  if (last < 0) return undefined;
  const isHarmless = behind
    .slice(0, last + 1)
    .every(({ path, access }) => access.toLowerCase() === 'deny' || hidden.includes(path));
  const priority = priorityBetween(behind[last]?.priority, behind[last + 1]?.priority);
  if (!isHarmless || priority === undefined) return undefined;
  const reason = { text: `Moved from priority ${denier.priority} after the rules it hid` };
  const next = changed(draft, [{ rule: { ...denier, priority }, reason }]);
  return next && !harms(draft, next) && !restOf(row, next) ? next : undefined;
};

/** Makes room before the deny rule, for an existing rule of the row or else for a new one. */
export const makeRoom: Step = (draft, row) => {
  const [{ direction }] = row;
  const choices = [
    ...shadowed(draft, row).map((raw) => [{ rule: raw, reason: movedBefore(raw, row) }]),
    newRules(row, draft.context, draft.rules),
  ];
  let partial: Draft | undefined;
  for (const rules of choices) {
    const isLast = rules === choices.at(-1);
    const next = (isLast || mayTry(draft)) && madeRoom(draft, direction, firstDeny(row), rules);
    if (!next || harms(draft, next)) continue;
    if (!restOf(row, next)) return next;
    if (improves(draft, next, row)) partial ??= next;
  }
  return partial;
};
