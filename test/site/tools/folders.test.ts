/** Folders that a person chooses or drops: the page looks into what the command looks into, and finds what it finds. */

import { describe, expect, it } from 'vitest';
import { readTree } from '../../../cli/source-tree.ts';
import { InputError } from '../../../core/input-error.ts';
import { withShippedFiles } from '../../../core/network/service-tags/shipped-files.ts';
import { skippedFolders } from '../../../core/validate/read/source/skipped-folders.ts';
import { checkSource } from '../../../site/src/tools/validate/check-source.ts';
import type { ChosenFile } from '../../../site/src/tools/validate/chosen-file.ts';
import { filesBelow, withoutSkipped } from '../../../site/src/tools/validate/folders.ts';
import { folderWith } from '../../support/command.ts';
import { bicepNetwork } from '../../support/networks.ts';

type Files = Readonly<Record<string, string>>;

const cache = 'Signature: 8a477f597d28d172789f06886806bc55';
const worktree = 'gitdir: /home/me/repo/.git/worktrees/other\n';
const files: Files = {
  'main.tf': '',
  '.azure/main.tf': '',
  'cached/CACHEDIR.TAG': cache,
  'cached/in/main.tf': '',
  'cached-not/CACHEDIR.TAG': 'x',
  'cached-not/main.tf': '',
  'other/.git': worktree,
  'other/main.tf': '',
  'sub/.git': 'gitdir: ../.git/modules/sub\n',
  'sub/main.tf': '',
  '.some_cache/main.tf': '',
  ...Object.fromEntries([...skippedFolders].map((name) => [`a/${name}/main.tf`, ''])),
};
const pathsOf = (chosen: readonly ChosenFile[]) =>
  chosen
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.tf'))
    .sort();

const chosen = (folder: string, texts: Files): readonly ChosenFile[] =>
  Object.entries(texts).map(([path, text]) => ({
    path: `${folder}/${path}`,
    file: new File([text], path),
  }));

/** A folder as browsers give one that is dropped: its entries in two parts, then none. */
function entry(path: string, texts: Files): FileSystemEntry {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const text = texts[path];
  const common = { name, fullPath: `/${path}`, isFile: text !== undefined };
  if (text !== undefined) {
    const file = (take: (file: File) => void) => take(new File([text], name));
    return { ...common, file } as unknown as FileSystemEntry;
  }
  const inner = Object.keys(texts).filter((one) => one.startsWith(`${path}/`));
  const names = new Set(inner.map((one) => one.slice(path.length + 1).split('/')[0]));
  const all = [...names].map((one) => entry(`${path}/${one}`, texts));
  const parts = [all.slice(0, 1), all.slice(1), []];
  const readEntries = (take: (part: FileSystemEntry[]) => void) => take(parts.shift() ?? []);
  return { ...common, createReader: () => ({ readEntries }) } as unknown as FileSystemEntry;
}

const under = (folder: string, texts: Files): Files =>
  Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${folder}/${path}`, text]));

describe('of a folder', () => {
  it('the page lists what the command reads, whether it is chosen or dropped', async () => {
    const folder = folderWith(files);
    const read = readTree([folder], { base: folder, bound: folder }).files;
    const expected = read.map(({ path }) => `top/${path}`).sort();
    expect(expected).toHaveLength(4);
    expect(pathsOf(await withoutSkipped(chosen('top', files)))).toEqual(expected);
    const dropped = [entry('top', under('top', files))];
    expect(pathsOf(await filesBelow(dropped))).toEqual(expected);
  });

  it.each([
    ['.cache', { 'main.tf': '' }],
    ['copy', { '.git': worktree, 'main.tf': '' }],
  ])('that is chosen itself, the name and the marks do not count: %s', async (name, texts) => {
    expect(pathsOf(await withoutSkipped(chosen(name, texts)))).toEqual([`${name}/main.tf`]);
    const dropped = [entry(name, under(name, texts))];
    expect(pathsOf(await filesBelow(dropped))).toEqual([`${name}/main.tf`]);
  });

  it('with more than 20,000 files none is taken; what is skipped does not count', async () => {
    const many = (folder: string) =>
      Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`${folder}/${index}`, '']));
    await expect(withoutSkipped(chosen('top', many('a')))).rejects.toThrow(InputError);
    expect(await withoutSkipped(chosen('top', many('.angular')))).toEqual([]);
  });
});

describe('of the files in it', () => {
  const good = bicepNetwork();
  const check = (texts: Files, entry?: string) =>
    checkSource(
      {
        files: Object.entries(texts).map(([path, text]) => ({ path, text })),
        ownFlows: undefined,
        ignored: [],
      },
      entry,
      { whatIf: 'NONE', serviceTagFiles: withShippedFiles([]) },
    );
  const values = "using 'main.bicep'\nparam location = 'northeurope'";

  it('each values file is a choice, and not called unused', () => {
    const texts = { 'main.bicep': good, 'main.bicepparam': values, 'prod.bicepparam': values };
    expect(check(texts)).toMatchObject({
      entries: ['main.bicep', 'prod.bicepparam'],
      report: { read: { entry: 'main.bicep' }, unused: [] },
    });
    expect(check(texts, 'prod.bicepparam')).toMatchObject({
      entries: ['main.bicep', 'prod.bicepparam'],
      report: { read: { files: [{}, { path: 'prod.bicepparam' }] } },
    });
  });

  it('one has to be chosen of several that all name values, and of several deployments', () => {
    const accepted = (texts: Files) => {
      try {
        check(texts);
      } catch (error) {
        return error instanceof InputError ? error.accepted : error;
      }
      return undefined;
    };
    expect(
      accepted({ 'main.bicep': good, 'dev.bicepparam': values, 'prod.bicepparam': values }),
    ).toEqual(['dev.bicepparam', 'prod.bicepparam']);
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`${index}.bicep`, good]),
    );
    expect(accepted(many)).toHaveLength(30);
    expect(accepted({ 'a.bicep': good, 'dist/b.bicep': good, 'vendor/x/c.bicep': good })).toBe(
      undefined,
    );
  });

  it('the report says which values of Terraform count together', () => {
    const main = `variable "region" {}\nvariable "prefix" {}
resource "azurerm_api_management" "apim" {
  name                 = "apim"
  location             = var.region
  sku_name             = "Developer_1"
  virtual_network_type = "Internal"
  virtual_network_configuration { subnet_id = azurerm_subnet.apim.id }
}
resource "azurerm_subnet" "apim" {
  name             = "apim"
  address_prefixes = [var.prefix]
}`;
    const texts = {
      'main.tf': main,
      'common.tfvars': 'region = "westeurope"\n',
      'prod.tfvars': 'prefix = "10.0.1.0/28"\n',
    };
    const { report, markdown, entries } = check(texts);
    const note = 'prod.tfvars is read together with common.tfvars: it alone has no value of region';
    expect([entries, report.read?.note, report.missingValues]).toEqual([['.'], note, []]);
    expect(markdown).toContain(note);
  });

  it('those that cannot be read and may hold a service are named', () => {
    const broken = good.replace("service@2024-05-01' =", 'service@2024-05-01 =');
    expect(check({ 'main.bicep': good, 'bad.bicep': broken })).toMatchObject({
      report: { verdict: 'PASS' },
      broken: [{ file: 'bad.bicep', excerpt: { file: 'bad.bicep' } }],
    });
    expect(() => check({ 'a.bicep': 'var a = 1', 'b.bicep': broken, 'c.bicep': '' })).toThrow(
      expect.objectContaining({
        shown: {
          problems: [expect.objectContaining({ file: 'b.bicep' })],
          missingValues: [],
          excerpt: undefined,
        },
      }),
    );
  });
});
