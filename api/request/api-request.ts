/** A request of the API, its parameters and its response, without anything of a runtime. */

import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import type { CachedDocument } from './document-cache.ts';

export interface ApiRequest {
  /** GET also for HEAD. */
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Media type of the body; empty where none is named. */
  readonly type: string;
  /** Header Accept; empty where there is none. */
  readonly accept: string;
  readonly body: string;
}

/** The path of an address, without its query. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

export interface ApiResponse {
  readonly status: number;
  /** Without those that depend on the encoding. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Whether it may be sent again to the same request, and stored by caches where that came by GET. */
  readonly isCacheable: boolean;
}

export interface Parameters {
  readonly query?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

/** What is known about a request on its way; accelerator and Yoga share it. */
export interface RequestState {
  /** The client whose validations are counted; none are where it is missing. */
  readonly client?: string | undefined;
  /** Its parameters, with the digest that names the query or registers it; or why they cannot be read. */
  read?: {
    readonly parameters?: Parameters;
    readonly digest?: string | undefined;
    readonly problem?: string;
  };
  /** The query where the request names it by its digest. */
  text?: string | undefined;
  prepared?: Prepared;
  /** A text that the request registers by its digest. */
  persisted?: { readonly digest: string; readonly text: string };
}

export interface Prepared {
  readonly parameters: Parameters;
  readonly document: CachedDocument;
  /** Undefined where the document has none of that name. */
  readonly operation: OperationDefinitionNode | undefined;
  /** With their defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: number;
  /** Why it is not executed; empty where it is. */
  errors: readonly GraphQLError[];
  /** Whether its response may be cached. */
  isCacheable: boolean;
}
