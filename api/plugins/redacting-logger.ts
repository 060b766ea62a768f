/** Logs unexpected errors without their messages, which may hold a part of a configuration. */

import type { YogaLogger } from 'graphql-yoga';

/** The error that a resolver threw. */
const originOf = (error: unknown): unknown =>
  error instanceof Error && 'originalError' in error && error.originalError
    ? originOf(error.originalError)
    : error;

/** Kind of the error and where it happened. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'a thrown value';
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [error.name, ...frames].join('\n');
}

const silent = () => {};
/** Yoga hands some errors over twice. */
const logged = new WeakSet<object>();

export const redactingLogger: YogaLogger = {
  debug: silent,
  info: silent,
  warn: silent,
  error(error: unknown) {
    const origin = originOf(error);
    if (origin instanceof Error) {
      if (logged.has(origin)) return;
      logged.add(origin);
    }
    console.error(`unexpected error: ${traceOf(origin)}`);
  },
};
