/**
 * Takes parsing and validation out of Yoga's hands: a query that comes again is prepared already. Tells whoever asked
 * through `Asked` whether the answer is one that may be kept.
 */

import type { Plugin } from 'graphql-yoga';
import type { PreparedQuery, PrepareQuery } from '../serving/prepared-queries.ts';

/** What the server and the handler tell each other about one request. */
export interface Asked {
  /** Who asked, where that matters: validations are counted by client. */
  client?: string;
  /** The query of the request, where it is prepared already. */
  prepared?: PreparedQuery;
  /** Whether a document of nothing but queries was executed and answered without errors. */
  isAnsweredQuery?: boolean;
}

export function usePreparedQueries(prepare: PrepareQuery): Plugin<{ asked?: Asked }> {
  const byDocument = new WeakMap<object, PreparedQuery>();
  return {
    onParse({ context: { asked }, setParseFn }) {
      setParseFn((text: string) => {
        const prepared = asked?.prepared?.text === text ? asked.prepared : prepare(text);
        byDocument.set(prepared.document, prepared);
        return prepared.document;
      });
    },
    onValidate({ params: { documentAST }, setResult }) {
      const prepared = byDocument.get(documentAST);
      if (prepared !== undefined) setResult(prepared.errors);
    },
    onExecute({ args: { document, contextValue } }) {
      const { asked } = contextValue;
      if (asked === undefined || !byDocument.get(document)?.isOnlyQueries) return;
      return {
        onExecuteDone({ result }) {
          asked.isAnsweredQuery = 'data' in result && result.errors === undefined;
        },
      };
    },
  };
}
