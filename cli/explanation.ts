/** What `apim-atlas explain` prints of a check, a rule or another fact. */

import { ruleStatusText } from '../core/answers/rule-status.ts';
import { type FactPage, factPages } from '../core/search/fact-pages.ts';
import { search } from '../core/search/search.ts';
import { checks } from '../core/validate/checks/index.ts';
import { checkIdOf } from '../core/validate/ignores.ts';
import { sourceById } from '../data/index.ts';
import { UsageError } from './io.ts';
import { optionName } from './options.ts';
import { table } from './table.ts';

/** Ids, severities and titles of all checks. */
export const checkList = (): string =>
  table(
    ['CHECK', 'SEVERITY', 'TITLE'],
    checks.map(({ id, severity, title }) => [id, optionName(severity), title]),
  );

/** Throws UsageError, with the nearest ids, where nothing has the id. */
export function explanation(id: string): string {
  const wanted = checkIdOf(id) ?? id.toLowerCase();
  const pages = factPages.filter((page) => page.id.toLowerCase() === wanted);
  if (pages.length > 0) return pages.map(pageText).join('\n');
  const nearest = search(id).slice(0, 3);
  const hint =
    nearest.length > 0
      ? `nearest: ${nearest.map((hit) => hit.id).join(', ')}`
      : 'apim-atlas explain lists the checks, apim-atlas search looks through all texts';
  throw new UsageError(`nothing has the id "${id}"; ${hint}`);
}

function pageText({ kind, id, title, summary, text, citations, status }: FactPage): string {
  const body = kind === 'CHECK' ? checkLines(id) : text ? [text] : [];
  const sources = citations.map(({ source, section }) => {
    const { title: document, date, url } = sourceById.get(source) ?? {};
    return `  ${document}, ${date}, ${section}${url === undefined ? '' : `\n    ${url}`}`;
  });
  const lines = [
    `${optionName(kind)} ${id}: ${title}`,
    ...(status ? [`Status: ${ruleStatusText(status)}`] : []),
    summary,
    ...body,
    'Sources:',
    ...sources,
  ];
  return `${lines.join('\n')}\n`;
}

function checkLines(id: string): readonly string[] {
  const check = checks.find((one) => one.id === id);
  return check ? [check.rationale, `Avoid: ${check.avoid}`, `Prefer: ${check.prefer}`] : [];
}
