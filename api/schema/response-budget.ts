/** What one response may hold: resolvers of long texts and lists spend from it, so that the server stops before it has built too much. */

import { GraphQLError } from 'graphql';
import { limits } from '../limits.ts';

/** Characters of JSON in one response. */
export const maxResponseLength = limits.responseCharacters;

export interface ResponseBudget {
  /** Characters that the response may still take. */
  left: number;
}

export const newBudget = (): ResponseBudget => ({ left: maxResponseLength });

/** Takes characters from the budget; throws a GraphQLError with the code RESPONSE_TOO_LARGE where none are left. */
export function spend(characters: number, budget: ResponseBudget | undefined): void {
  if (budget === undefined) return;
  budget.left -= characters;
  if (budget.left < 0) throw responseTooLarge();
}

/** The text, once its length is taken from the budget. */
export function spent(text: string, budget: ResponseBudget | undefined): string {
  spend(text.length, budget);
  return text;
}

/** The list, once at least so many characters for each of its entries are taken from the budget. */
export function spentList<T>(
  list: readonly T[],
  charactersEach: number,
  budget: ResponseBudget | undefined,
): readonly T[] {
  spend(list.length * charactersEach, budget);
  return list;
}

export function responseTooLarge(): GraphQLError {
  const accepted = `at most ${maxResponseLength} characters`;
  return new GraphQLError(
    `the response is too large; accepted: ${accepted}; select fewer fields, or send several requests`,
    { extensions: { code: 'RESPONSE_TOO_LARGE', accepted: [accepted] } },
  );
}
