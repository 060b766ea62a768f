/** A text from the front page, which stays in the browser: it is taken once. */

const key = 'network-to-validate';

/** Opens the page that judges the text. */
export function handOver(text: string): void {
  sessionStorage.setItem(key, text);
  location.assign('/validate/');
}

export function handedOver(): string | undefined {
  const text = sessionStorage.getItem(key) ?? undefined;
  sessionStorage.removeItem(key);
  return text;
}
