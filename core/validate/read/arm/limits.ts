/** How much may be done to read one template, and how large a value of it may become. */

import { UserInputError } from '../../../input-error.ts';
import { measure } from '../template-values.ts';
import type { World } from './world.ts';

const maxSteps = 300_000;
const maxDepth = 200;
/** Above what a document can spell out in so many steps: a long list reaches the limit that its reader has for it. */
const maxSize = 2 * maxSteps;

/** Throws where there have been too many. */
export function takeStep(world: World): void {
  world.steps += 1;
  if (world.steps <= maxSteps) return;
  throw new UserInputError('the template takes too many steps to read', {
    path: ['document'],
    given: `more than ${maxSteps} values and calls`,
    accepted: ['a template with the service and its network alone'],
  });
}

/** What is computed one level further down; `tooDeep` where there are no more levels. */
export function oneDeeper(world: World, compute: () => unknown, tooDeep: () => unknown): unknown {
  if (world.depth > maxDepth) return tooDeep();
  world.depth += 1;
  try {
    return compute();
  } finally {
    world.depth -= 1;
  }
}

export function isTooLarge(value: unknown): boolean {
  const { size, depth } = measure(value);
  return size > maxSize || depth > maxDepth;
}
