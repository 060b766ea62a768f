/** Sample networks, each with the values of the form. */

interface Sample {
  readonly title: string;
  readonly file: string;
  readonly form: Readonly<Record<string, string>>;
}

const internal = { tier: 'PREMIUM', virtualNetworkType: 'INTERNAL', region: 'westeurope' };

export const samples: Readonly<Record<string, Sample>> = {
  complete: {
    title: 'Complete group',
    file: 'complete.json',
    form: { ...internal, subnet: '10.0.1.0/27' },
  },
  typo: {
    title: 'Port typo before a deny',
    file: 'typo.json',
    form: { ...internal, subnet: '10.0.1.0/27' },
  },
  shadowed: {
    title: 'Deny before the allow',
    file: 'shadowed.json',
    form: { ...internal, subnet: '10.0.1.0/27' },
  },
  bicep: { title: 'Bicep', file: 'main.bicep', form: {} },
  terraform: { title: 'Terraform', file: 'main.tf', form: {} },
  template: { title: 'ARM template', file: 'template.json', form: {} },
  plan: { title: 'Terraform plan', file: 'plan.json', form: {} },
};

const texts = import.meta.glob<string>('./samples/*', { query: '?raw', import: 'default' });

export async function loadSample(name: string) {
  const sample = samples[name];
  const load = texts[`./samples/${sample?.file}`];
  // The name may come from an address.
  if (!sample || !load) return undefined;
  return { text: await load(), form: sample.form };
}
