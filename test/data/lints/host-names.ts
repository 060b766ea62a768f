import { repeated } from './facts.ts';
import type { Lint } from './lint.ts';

const host = /^(?:(?:\*|<region>|<name>)\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
const label = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)?$/;

export const hostNames: Lint = {
  name: 'host-names',
  description:
    'Host names are valid, with *, <region> or <name> as first label only; no endpoint has one twice.',
  offenders: (catalog) => [
    ...catalog.endpoints.flatMap(({ id, hostNames: list }) => [
      ...list.filter((name) => !host.test(name)).map((name) => `${id}: ${name} is no host name`),
      ...repeated(list).map((name) => `${id}: ${name} twice`),
    ]),
    ...catalog.internalHostNames
      .filter((name) => !label.test(name.label))
      .map((name) => `${name.id}: ${name.label} is no label`),
    ...repeated(catalog.internalHostNames.map((name) => name.label)).map(
      (name) => `${name}: label twice`,
    ),
    ...catalog.clouds
      .filter(({ hostNameSuffix }) => !host.test(hostNameSuffix))
      .map(({ name, hostNameSuffix }) => `${name}: ${hostNameSuffix} is no host name`),
  ],
};
