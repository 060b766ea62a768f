/** Says which media types are accepted, where Yoga refuses one with an empty body. */

import type { Plugin } from 'graphql-yoga';
import { InputError } from '../../core/input-error.ts';

interface MediaTypeRefusal {
  readonly code: string;
  /** The header of the request that names no type of these. */
  readonly header: string;
  readonly reason: string;
  readonly accepted: readonly string[];
}

const refusals: Readonly<Record<number, MediaTypeRefusal>> = {
  406: {
    code: 'NOT_ACCEPTABLE',
    header: 'accept',
    reason: 'no answer is of a media type that the header Accept names',
    accepted: [
      'application/json',
      'application/graphql-response+json',
      'text/event-stream',
      'multipart/mixed',
    ],
  },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    header: 'content-type',
    reason: 'no question is of the media type that the header Content-Type names',
    accepted: [
      'application/json',
      'application/graphql+json',
      'application/graphql',
      'application/x-www-form-urlencoded',
    ],
  },
};

export function useMediaTypeErrors(): Plugin {
  return {
    onResponse({ request, response, setResponse, fetchAPI }) {
      const { status } = response;
      const refusal = refusals[status];
      if (refusal === undefined) return;
      const { code, header, reason, accepted } = refusal;
      const problem = { path: [], given: request.headers.get(header) ?? undefined, accepted };
      const { message, given } = new InputError(reason, problem);
      setResponse(
        fetchAPI.Response.json(
          { errors: [{ message, extensions: { code, given, accepted } }] },
          {
            status,
            headers: {
              'content-type': 'application/json; charset=utf-8',
              accept: accepted.join(', '),
            },
          },
        ),
      );
    },
  };
}
