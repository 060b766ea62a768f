/** What is wrong in `apim-atlas.yaml`, in one line, whatever its keys and the names of files hold. */

import { expect, it, test } from 'vitest';
import { command, folderWith } from '../../support/command.ts';
import { bicepNetwork, denySql } from '../../support/networks.ts';

test.each<[what: string, yaml: string, expected: RegExp]>([
  [
    'a key that is a command of a pipeline',
    'ignore:\n  - check: required-flow-denied\n    reason: soon\n    "chek\\n::error title=pwned::gone": x\n',
    /ignore\.0: .*chek\\u000a::error title=pwned::gone/,
  ],
  [
    'a key with a command of Azure Pipelines',
    '"##vso[task.complete]": x\n',
    /apim-atlas\.yaml: .*# #vso\[/,
  ],
  ['several mistakes', 'ignore:\n  - check: 1\n', /ignore\.0\.check: .*; ignore\.0\.reason: /],
  ['no YAML', 'ignore: [\n', /apim-atlas\.yaml:2:1: /],
  ['an alias of nothing', 'ignore: *nothing\n', /apim-atlas\.yaml: Unresolved alias/],
])('%s', async (_, yaml, expected) => {
  const folder = folderWith({ 'main.bicep': bicepNetwork(), 'apim-atlas.yaml': yaml });
  const { code, err } = await command(folder, ['check']);
  expect(err).toMatch(expected);
  expect([code, err.split('\n')]).toEqual([2, [expect.stringMatching(/^error: apim-/), '']]);
});

it.each([
  ['there is no file', [], 'a\n::error::b'],
  ['nothing was judged', ['a\n::error::b/notes.txt'], 'a\n::error::b'],
])('the name of a file begins no line: %s', async (message, names, path) => {
  const folder = folderWith(Object.fromEntries(names.map((name) => [name, 'nothing'])));
  const { code, err } = await command(folder, ['check', path]);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  expect(err).not.toMatch(/^::/m);
});

const ignored = bicepNetwork([denySql]).replace(
  / {6}\{\n {8}name: 'denySql'/,
  '      // apim-atlas-ignore required-flow-denied: replaced soon\n$&',
);
it.each([
  ['one of three deployments', 'main.bicep'],
  ['the repository, where all ignores are used', '.'],
])('an ignore is for the run that has its file: %s', async (_, path) => {
  const folder = folderWith({
    'main.bicep': bicepNetwork(),
    'infra/other.bicep': ignored,
    'infra/third.bicep': bicepNetwork([denySql]),
    'apim-atlas.yaml':
      'ignore:\n  - check: required-flow-denied\n    path: infra/third.bicep\n    reason: soon\n',
  });
  const { out, code } = await command(folder, ['check', path, '--format', 'json']);
  expect(JSON.parse(out).ignoreProblems).toEqual([]);
  expect(code).toBe(0);
});

it.each([
  ['a whole run', [], 2],
  ['a run on one service', ['--service', 'apim'], 0],
  ['a run on another edition', ['--edition', '2024-06-01'], 0],
  ['a run with other rules', ['--what-if', 'deny-all-outbound'], 0],
  ['a run with another value', ['--param', 'location=westeurope'], 0],
])('an ignore that meets nothing is reported of %s', async (_, args, count) => {
  const folder = folderWith({
    'main.bicep': `// apim-atlas-ignore required-flow-denied: soon\n${bicepNetwork()}`,
    'apim-atlas.yaml': 'ignore:\n  - check: port-typo\n    reason: soon\n',
  });
  const { out } = await command(folder, ['check', ...args, '--format', 'json']);
  expect(JSON.parse(out).ignoreProblems).toHaveLength(count);
});
