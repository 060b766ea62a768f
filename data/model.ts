/**
 * The vocabularies and types of all facts in this folder; they are in model/.
 *
 * A fact is what one document says at one date, with its citations. Vocabulary values are spelled as in the GraphQL
 * schema, so that no code has to translate them.
 */

export * from './model/citation.ts';
export * from './model/conflicts.ts';
export * from './model/network-facts.ts';
export * from './model/places.ts';
export * from './model/port-rules.ts';
export * from './model/tiers.ts';
export * from './model/vocabulary.ts';
