/** Types and documents for the site's queries, generated from the printed schema. */

import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: './api/schema.graphql',
  documents: 'site/src/queries/*.graphql',
  ignoreNoDocuments: true,
  generates: {
    'site/src/generated/queries.ts': {
      plugins: [
        {
          add: { content: '// Generated from site/src/queries by `npm run codegen`; do not edit.' },
        },
        'typescript-operations',
        'typed-document-node',
      ],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { Date: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
