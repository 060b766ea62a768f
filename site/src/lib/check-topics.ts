/** What each check looks at: the folder that it is in. */

import { capitalized } from './sentences.ts';

const titles: Readonly<Record<string, string>> = {
  deployment: 'Tier, mode and document',
  dns: 'DNS',
  path: 'Firewalls and peerings',
  flows: 'Documented traffic',
  'own-flows': 'Your own flows',
  'public-ip': 'Public IP address',
  routes: 'Routes',
  rules: 'Security rules',
  status: 'Network status',
  subnet: 'Subnet and network',
};

const topic = (value: string) => ({
  value,
  label: titles[value] ?? capitalized(value.replaceAll('-', ' ')),
});

/** Only the names of the files count; a file has the name of its check. */
const folderOf = new Map(
  Object.keys(import.meta.glob('../../../core/validate/checks/*/*.ts')).flatMap((path) => {
    const [, folder = '', id = ''] = /\/([\w-]+)\/([\w-]+)\.ts$/.exec(path) ?? [];
    return folder === 'kit' ? [] : [[id, folder] as const];
  }),
);

export const checkTopics = [...new Set(folderOf.values())].sort().map(topic);

export const topicOfCheck = (id: string) => topic(folderOf.get(id) ?? '');
