/** A part of a form that the page must have. */
export function part<T extends Element>(form: Element, selector: string): T {
  const element = form.querySelector<T>(selector);
  if (!element) throw new Error(`the form lacks ${selector}`);
  return element;
}
