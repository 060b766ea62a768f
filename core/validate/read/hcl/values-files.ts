/** The values files of a root module: what Terraform reads unnamed, what one has to name, and which belong together. */

import { memoizeByObject } from '../../../network/memoize.ts';
import { folderOf, nameOf, type SourceFile, type SourceFiles } from '../source/files.ts';
import { type Configuration, isConfiguration } from './configuration.ts';
import { parseJsonValues } from './json-syntax.ts';
import { parse } from './parser.ts';

const isValues = (path: string) => /\.tfvars(\.json)?$/.test(path);
const isDefault = (path: string) => /^terraform\.tfvars(\.json)?$/.test(nameOf(path));
const isAutomatic = (path: string) => /\.auto\.tfvars(\.json)?$/.test(nameOf(path));

/** The files of values in the folder that Terraform reads unnamed, the first one first. */
export function unnamedValuesFiles(files: SourceFiles, root: string): readonly string[] {
  const own = files.in(root).filter(isValues);
  return [...own.filter(isDefault), ...own.filter(isAutomatic)];
}

/** Files of values that are not read without being named; those that another folder reads unnamed are left out. */
function namedValuesFiles(files: SourceFiles, root: string): readonly string[] {
  const isUnder = (path: string) => root === '' || path.startsWith(`${root}/`);
  const isReadUnnamed = (path: string) =>
    (isDefault(path) || isAutomatic(path)) && files.in(folderOf(path)).some(isConfiguration);
  return files.paths.filter((path) => isValues(path) && isUnder(path) && !isReadUnnamed(path));
}

/** The names that a file has values for; each file is parsed once. */
const namesIn = memoizeByObject(({ path, text }: SourceFile): ReadonlySet<string> => {
  const { body } = path.endsWith('.json') ? parseJsonValues(text, 0) : parse(text, 0);
  return new Set(body.attributes.keys());
});

/** One way to deploy a root module. */
export interface ValuesChoice {
  /** The file that names it; undefined for what Terraform reads unnamed. */
  readonly path: string | undefined;
  /** The files to name, the last one counts most. */
  readonly named: readonly string[];
  /** What the file alone lacks and the others have. */
  readonly lacked: readonly string[];
}

/** Of more files each counts alone: to compare all with all would take too long. */
const mostCompared = 100;

export class ValuesFiles {
  /** Those that one has to name, and that are nearest to this root. */
  readonly named: readonly string[];
  readonly #files: SourceFiles;
  readonly #unnamed: ReadonlySet<string>;
  readonly #hasUnnamed: boolean;
  /** Names of variables without a default. */
  readonly #required: readonly string[];
  readonly #having: ReadonlyMap<string, readonly string[]>;

  constructor(
    files: SourceFiles,
    { folder, variables }: Configuration,
    isNearest: (path: string) => boolean,
  ) {
    const unnamed = unnamedValuesFiles(files, folder);
    this.#files = files;
    this.named = namedValuesFiles(files, folder).filter(isNearest);
    this.#hasUnnamed = unnamed.length > 0;
    const having = new Map<string, string[]>();
    for (const path of this.named) {
      for (const name of this.#namesIn(path)) {
        const others = having.get(name);
        if (others) others.push(path);
        else having.set(name, [path]);
      }
    }
    this.#having = having;
    this.#unnamed = new Set(unnamed.flatMap((path) => [...this.#namesIn(path)]));
    this.#required = [...variables].flatMap(([name, { body }]) =>
      body.attributes.has('default') ? [] : [name],
    );
  }

  /** Those that have a value for the variable. */
  having(name: string): readonly string[] {
    return this.#having.get(name) ?? [];
  }

  /**
   * The file with those that it needs, in its folder or above: each value that it lacks is in one file only whose name
   * goes with its own, or in one only that is for all. Files with values for one name do not go together, for their
   * order would decide.
   */
  choiceOf(path: string): ValuesChoice {
    if (this.named.length > mostCompared) return { path, named: [path], lacked: [] };
    const lacks = this.#lackedBy(this.#namesIn(path));
    const near = this.#near(path);
    const suppliers = new Map(lacks.map((name) => [name, this.#onlySupplier(name, near)]));
    const others = [...new Set(suppliers.values())].filter((one) => one !== undefined).sort();
    const named = [...others, path];
    const names = named.flatMap((one) => [...this.#namesIn(one)]);
    return others.length === 0 || new Set(names).size < names.length
      ? { path, named: [path], lacked: [] }
      : { path, named, lacked: lacks.filter((name) => suppliers.get(name)) };
  }

  /** The ways to deploy the root. Files that lack values are no way of their own where they are a part of another. */
  choices(): readonly ValuesChoice[] {
    const unnamed: ValuesChoice = { path: undefined, named: [], lacked: [] };
    const choices =
      this.named.length > mostCompared
        ? this.named.map((path) => this.choiceOf(path))
        : this.#compared();
    return choices.length === 0 || (this.#hasUnnamed && this.#isWhole([]))
      ? [unnamed, ...choices]
      : choices;
  }

  #compared(): readonly ValuesChoice[] {
    const byFiles = Map.groupBy(
      this.named.map((path) => this.choiceOf(path)),
      ({ named }) => named.toSorted().join('\n'),
    );
    const sets = [...byFiles.values()].map(([first]) => new Set(first?.named));
    const timesIn = (path = '') => sets.filter((set) => set.has(path)).length;
    const isPart = ({ named }: ValuesChoice) =>
      sets.some((set) => set.size > named.length && named.every((path) => set.has(path)));
    return [...byFiles.values()].flatMap((group) => {
      const [choice] = group.sort(
        ({ path: one = '' }, { path: other = '' }) =>
          timesIn(one) - timesIn(other) || one.length - other.length,
      );
      return choice && (this.#isWhole(choice.named) || !isPart(choice)) ? [choice] : [];
    });
  }

  /** Whether they, with what is read unnamed, have every value that any file has. */
  #isWhole(named: readonly string[]): boolean {
    return this.#lackedBy(new Set(named.flatMap((path) => [...this.#namesIn(path)]))).length === 0;
  }

  /** Required values that some file has. */
  #lackedBy(names: ReadonlySet<string>): readonly string[] {
    return this.#required.filter(
      (name) => !this.#unnamed.has(name) && !names.has(name) && this.having(name).length > 0,
    );
  }

  /** The others in its folder or above that may supply it, each with whether its name goes with that of the file. */
  #near(path: string): ReadonlyMap<string, boolean> {
    const folder = `${folderOf(path)}/`;
    const near = this.named.filter(
      (one) => one !== path && (folderOf(one) === '' || folder.startsWith(`${folderOf(one)}/`)),
    );
    return new Map(
      near
        .map((one) => [one, goTogether(stemOf(one), stemOf(path))] as const)
        .filter(([one, isByName]) => isByName || this.#isForAll(one)),
    );
  }

  /** By its name, which goes with that of no other file. */
  #isForAll(path: string): boolean {
    const stem = stemOf(path);
    return isNeutral(stem) && !this.named.some((one) => goTogether(stemOf(one), stem));
  }

  #onlySupplier(name: string, near: ReadonlyMap<string, boolean>): string | undefined {
    const [only, ...more] = this.having(name).filter((one) => near.has(one));
    if (more.length === 0) return only;
    const fitting = [only, ...more].filter((one) => one !== undefined && near.get(one));
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  #namesIn(path: string): ReadonlySet<string> {
    const file = this.#files.file(path);
    return file ? namesIn(file) : new Set();
  }
}

const stemOf = (path: string) => nameOf(path).replace(/\.tfvars(\.json)?$/, '');

const isNeutral = (stem: string) => /^(all|base|common|defaults?|global|shared)$/i.test(stem);

/** prod.network goes with prod; product does not. */
const goTogether = (one: string, other: string) =>
  [
    [one, other],
    [other, one],
  ].some(
    ([long = '', short = '']) => long.startsWith(short) && /^[._-]/.test(long.slice(short.length)),
  );
