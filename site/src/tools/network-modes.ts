/** Limits the choice of network modes to those of the tier; disables what the v2 tiers do not have. */

type Modes = Readonly<Record<string, string>>;

function follow(tier: HTMLSelectElement, form: HTMLFormElement): void {
  const prefix = tier.name.slice(0, -'tier'.length);
  const named = (name: string) => form.elements.namedItem(`${prefix}${name}`);
  const mode = named('virtualNetworkType');
  const selected = tier.selectedOptions[0]?.dataset;
  if (!(mode instanceof HTMLSelectElement) || !selected) return;
  const modes = JSON.parse(selected.modes ?? '{}') as Modes;
  for (const option of mode.options) {
    const label = modes[option.value];
    option.hidden = option.disabled = label === undefined;
    if (label !== undefined) option.label = label;
  }
  if (mode.selectedOptions[0]?.disabled !== false) {
    const first = [...mode.options].find((option) => !option.disabled);
    mode.value = first?.value ?? '';
  }
  for (const name of ['platform', 'edition']) {
    const control = named(name);
    if (control instanceof HTMLSelectElement) control.disabled = selected.generation === 'v2';
  }
}

export function followTiers(form: HTMLFormElement): void {
  for (const tier of form.querySelectorAll<HTMLSelectElement>('select[name$=tier]')) {
    const run = () => follow(tier, form);
    tier.addEventListener('input', run);
    tier.addEventListener('change', run);
    run();
  }
}
