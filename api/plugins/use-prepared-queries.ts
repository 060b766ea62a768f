/**
 * Takes parsing and validation out of Yoga's hands: a query that comes again is prepared already. Tells whoever asked
 * through `Asked` whether the answer is one that may be kept, and takes from there what is done already.
 */

import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { canBeKept } from '../server/configuration-in-queries.ts';
import type { PreparedQuery, PrepareQuery } from '../server/prepared-queries.ts';

/** What a JSON body holds. */
export interface Parameters {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

/** What the server and the handler tell each other about one request. */
export interface Asked {
  /** Who asks, where that matters: validations are counted by client. */
  readonly client?: string;
  /** What the body holds, where it is read already. */
  parameters?: Parameters;
  /** Seconds that the client has to wait, where its validations are counted already. */
  wait?: number;
  /** The query of the request, where it is prepared already. */
  prepared?: PreparedQuery;
  /** Its result, where it is executed already. */
  executed?: ExecutionResult;
  /** Whether it was executed and answered without errors. */
  isAnswered?: boolean;
  /** Whether, moreover, its answer may be kept. */
  isKept?: boolean;
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
    onExecute({ args, setExecuteFn }) {
      const { asked } = args.contextValue;
      const prepared = byDocument.get(args.document);
      if (asked === undefined || prepared === undefined) return;
      const { executed } = asked;
      if (executed !== undefined) setExecuteFn(() => executed);
      return {
        onExecuteDone({ result }) {
          asked.isAnswered = 'data' in result && result.errors === undefined;
          asked.isKept =
            asked.isAnswered &&
            canBeKept(prepared, args.operationName ?? undefined, args.variableValues ?? {});
        },
      };
    },
  };
}
