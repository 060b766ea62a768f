/** The queries of the benchmarks fit the schema: nobody runs them with each change. */

import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../api/schema/index.ts';
import { kinds, requestBody, sizes } from '../../bench/queries.ts';

it.each(sizes.flatMap((size) => kinds.map((kind) => [size, kind] as const)))(
  'a %s query, %s',
  (size, kind) => {
    const { query } = JSON.parse(requestBody(size, kind, 7));
    expect(validate(schema, parse(query))).toEqual([]);
  },
);
