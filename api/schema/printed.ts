/** The schema as text: api/schema.graphql, and what a server without a built site sends as /schema.graphql. */

import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

const header = '# Generated from api/schema by `npm run codegen`; do not edit.\n\n';

export function printed(schema: GraphQLSchema): string {
  return `${header}${printSchema(lexicographicSortSchema(schema))}\n`;
}
