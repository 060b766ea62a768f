/** What the server counts: each duration in its bucket, requests by route and status. */

import { expect, it } from 'vitest';
import { createMetrics } from '../../../api/server/metrics.ts';

it('counts a duration in each bucket whose bound it does not exceed', async () => {
  const counts = { cache: 0, main: 0, thread: 0 };
  const metrics = createMetrics({ running: 0 }, { cachedBytes: () => 0, counts });
  for (const seconds of [0.001, 0.002, 3]) metrics.observe('site', 200, seconds);
  metrics.observe('graphql', 404, 0.01);
  const lines = (await metrics.print()).split('\n');
  const named = (name: string) =>
    lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length));
  expect(named('http_requests_total')).toEqual([
    '{route="site",status="200"} 3',
    '{route="graphql",status="404"} 1',
  ]);
  const siteCounts = named('http_request_duration_seconds_bucket')
    .filter((line) => line.includes('route="site"'))
    .map((line) => /le="(.*?)".* (\d+)$/.exec(line)?.slice(1));
  const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, '+Inf'];
  expect(siteCounts).toEqual(
    bounds.map((bound) => [`${bound}`, bound === 0.001 ? '1' : bound === '+Inf' ? '3' : '2']),
  );
  expect(named('http_request_duration_seconds_sum{route="site"} ').map(Number)).toEqual([3.003]);
});
