/** Texts put together: lists, sentences, parts of addresses. */

/** a, b, and c. Made on each call: the first one loads language data for some 25 ms, which most pages do not need. */
export function joined(texts: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(texts);
}

/** The text with its first letter in upper case. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text as a sentence, with a full stop unless it ends in a mark of its own. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? capitalized(text) : `${capitalized(text)}.`;
}

/** Part of a page's address: PREMIUM_V2 is premium-v2, AzureFrontDoor.Backend is azurefrontdoor.backend. */
export function slug(value: string): string {
  return value.toLowerCase().replaceAll('_', '-');
}
