/**
 * Keeps the values of a form that differ from their defaults in the page's address. A reload sends the address to the
 * server, so it never contains pasted text or a control marked as private.
 */

type Control = HTMLInputElement | HTMLSelectElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement && element.type !== 'file') ||
      element instanceof HTMLSelectElement,
  );
}

function isSwitch(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
}

function isUnchanged(control: Control): boolean {
  if (isSwitch(control)) return control.checked === control.defaultChecked;
  if (control instanceof HTMLInputElement) {
    // The default of a hidden control is whatever value it has.
    return control.value === (control.matches('[type=hidden]') ? '' : control.defaultValue);
  }
  const [first] = control.options;
  const preset = [...control.options].find((option) => option.defaultSelected) ?? first;
  return control.value === preset?.value;
}

/** Sets each control that the address names. */
export function readAddress(form: HTMLFormElement): void {
  const state = new URL(location.href).searchParams;
  for (const control of controlsOf(form)) {
    if (!state.has(control.name)) continue;
    if (isSwitch(control)) {
      control.checked = state.getAll(control.name).includes(control.value);
    } else {
      control.value = state.get(control.name) ?? '';
    }
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

export function writeAddress(form: HTMLFormElement): void {
  const state = new URLSearchParams();
  for (const control of controlsOf(form)) {
    const isShared = control.name !== '' && !control.disabled && !('private' in control.dataset);
    if (!isShared || isUnchanged(control)) continue;
    if (!isSwitch(control) || control.checked) state.append(control.name, control.value);
  }
  const address = new URL(location.href);
  address.search = state.toString();
  if (address.href !== location.href) history.replaceState(null, '', address);
}

/** Values of the form's named controls, defaults included. */
export function valuesOf(form: HTMLFormElement): URLSearchParams {
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') values.append(name, value);
  }
  return values;
}

/** Files that the user chose in the control of this name. */
export function filesOf(form: HTMLFormElement, name: string): readonly File[] {
  const control = form.elements.namedItem(name);
  return control instanceof HTMLInputElement ? [...(control.files ?? [])] : [];
}
