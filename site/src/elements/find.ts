/** One search for the header, the front page and the search page: the answer, hits in the data, then pages. */

import { labelOf } from '../lib/labels.ts';
import { runInWorker } from '../tools/run-in-worker.ts';
import { findPages } from './page-index.ts';
import type { Hit, SearchResult } from './search-as-typed.ts';

const maxFacts = 8;

const pageOf = (path: string) => path.replace(/[?#].*$/, '');

export async function find(text: string): Promise<SearchResult> {
  if (text === '') return { hits: [], status: '' };
  const [{ result, problem }, pages] = await Promise.all([
    runInWorker('search', text),
    findPages(text),
  ]);
  if (problem) return { hits: [], status: problem.message };
  const { answer, hits } = result;
  const facts: Hit[] = hits
    .filter(({ path }) => path !== answer?.path)
    .slice(0, maxFacts)
    .map(({ kind, path, title, summary, status }) => ({
      path,
      title,
      summary,
      kind: labelOf(kind) + (status ? `, ${labelOf(status.status)}` : ''),
    }));
  const listed = new Set([answer?.path, ...facts.map(({ path }) => path)]);
  const others = pages.hits.filter(({ path }) => !listed.has(pageOf(path)));
  const isNamed = ({ title }: Hit) => title.toLowerCase().includes(text.toLowerCase());
  const all: Hit[] = [
    ...(answer ? [{ ...answer, summary: answer.text, kind: 'answer' }] : []),
    ...(answer ? [] : others.filter(isNamed)),
    ...facts,
    ...others.filter((hit) => answer !== undefined || !isNamed(hit)),
  ];
  return { hits: all, status: pages.problem ?? statusOf(all.length) };
}

function statusOf(count: number): string {
  if (count === 0)
    return 'No results. Try a port, region, service tag, host name or error message.';
  return `${count} ${count === 1 ? 'result' : 'results'}, best first.`;
}
