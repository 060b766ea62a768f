/** A form that filters what a page lists and keeps the filter in the page's address. */

/**
 * Calls `apply` with the fields that are filled in: for a filter in the address at once, then at each change and reset.
 */
export function connectFilter(
  form: HTMLFormElement,
  apply: (filter: URLSearchParams) => void,
): void {
  const run = () => {
    const filter = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value.trim() !== '') filter.set(name, value.trim());
    }
    apply(filter);
    const address = new URL(location.href);
    address.search = filter.toString();
    history.replaceState(null, '', address);
  };

  for (const [name, value] of new URL(location.href).searchParams) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      control.value = value;
    }
  }
  if (location.search) run();
  form.addEventListener('input', run);
  // The controls are reset after the event.
  form.addEventListener('reset', () => setTimeout(run));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run();
  });
}
