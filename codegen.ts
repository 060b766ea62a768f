/** Types and documents of the site's queries and of the published client, generated from the printed schema. */

import type { CodegenConfig } from '@graphql-codegen/cli';

const typed = {
  useTypeImports: true,
  enumsAsTypes: true,
  strictScalars: true,
  scalars: { Date: 'string', JSON: 'unknown' },
};

const config: CodegenConfig = {
  schema: './api/schema.graphql',
  ignoreNoDocuments: true,
  generates: {
    'site/src/generated/queries.ts': {
      documents: 'site/src/queries/*.graphql',
      plugins: [
        {
          add: { content: '// Generated from site/src/queries by `npm run codegen`; do not edit.' },
        },
        'typescript-operations',
        'typed-document-node',
      ],
      config: typed,
    },
    'site/src/generated/data-files.ts': {
      documents: 'site/src/data-files/queries/*.graphql',
      plugins: [
        {
          add: {
            content:
              '// Generated from site/src/data-files/queries by `npm run codegen`; do not edit.',
          },
        },
        'typescript-operations',
        'typed-document-node',
      ],
      config: typed,
    },
    'api/client/generated/operations.ts': {
      documents: 'api/client/operations.graphql',
      plugins: [
        {
          add: {
            content:
              '// Generated from api/client/operations.graphql by `npm run codegen`; do not edit.',
          },
        },
        'typescript-operations',
        './scripts/codegen-operations.ts',
      ],
      config: typed,
    },
  },
};

export default config;
