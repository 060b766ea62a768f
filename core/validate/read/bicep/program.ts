/** A Bicep file with what its names mean. */

import { memoizeByObject } from '../../../network/memoize.ts';
import type { SourceFile } from '../source/files.ts';
import type {
  ForSyntax,
  FunctionDeclaration,
  ModuleDeclaration,
  ObjectSyntax,
  ParamDeclaration,
  Program,
  ResourceDeclaration,
  Syntax,
  TypeDeclaration,
  ValueDeclaration,
} from './ast.ts';
import { parse } from './parse.ts';
import type { Problem } from './token.ts';

/** A resource or a module: its body, and how often it is deployed. */
export interface Deployed {
  readonly kind: 'deployed';
  readonly declaration: ResourceDeclaration | ModuleDeclaration;
  /** Symbolic name in the template: a, or a::b for a nested resource. */
  readonly key: string;
  /** Type of a resource without its version, whole for a nested one; undefined for a module. */
  readonly type: string | undefined;
  readonly loop: ForSyntax | undefined;
  /** Conditions of the resources around it, and its own. */
  readonly conditions: readonly Syntax[];
  /** Undefined where it could not be read. */
  readonly body: ObjectSyntax | undefined;
  /** The resource that it is nested in. */
  readonly around: Deployed | undefined;
  readonly children: ReadonlyMap<string, Deployed>;
}

/** A name, or all names, of another file. */
export interface Imported {
  readonly kind: 'imported';
  readonly path: string;
  readonly pathStart: number;
  /** * for all of them. */
  readonly name: string;
}

export type Named =
  | ParamDeclaration
  | ValueDeclaration
  | TypeDeclaration
  | FunctionDeclaration
  | Deployed
  | Imported;

export interface BicepFile {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly names: ReadonlyMap<string, Named>;
  readonly outputs: readonly ValueDeclaration[];
  /** In the order of the file, nested resources after the one around them. */
  readonly deployed: readonly Deployed[];
  readonly problems: readonly Problem[];
}

/** Each file is parsed once, however many readings of the source it is in; again after its text was changed in place. */
export function readFile(file: SourceFile): BicepFile {
  const known = parsed(file);
  return known.text === file.text ? known : parseFile(file);
}

const parsed = memoizeByObject(parseFile);

function parseFile({ path, text }: SourceFile): BicepFile {
  const program = parse(text);
  const problems = [...program.problems];
  const names = new Map<string, Named>();
  const outputs: ValueDeclaration[] = [];
  const deployed: Deployed[] = [];
  const add = (name: string, offset: number, named: Named) => {
    if (names.has(name)) problems.push({ offset, message: `${name} is declared twice` });
    else names.set(name, named);
  };
  for (const statement of program.statements) {
    switch (statement.kind) {
      case 'param':
      case 'var':
      case 'type':
      case 'func':
        add(statement.name, statement.nameStart, statement);
        break;
      case 'output':
        outputs.push(statement);
        break;
      case 'resource':
      case 'module': {
        const one = deployedOf(statement, undefined);
        add(statement.name, statement.nameStart, one);
        for (const each of withChildren(one)) deployed.push(each);
        break;
      }
      case 'import':
        for (const { name, alias } of statement.names) {
          const { path: from, pathStart } = statement;
          add(alias, statement.start, { kind: 'imported', path: from, pathStart, name });
        }
    }
  }
  return { path, text, program, names, outputs, deployed, problems };
}

function* withChildren(one: Deployed): Generator<Deployed> {
  yield one;
  for (const child of one.children.values()) yield* withChildren(child);
}

function deployedOf(
  declaration: ResourceDeclaration | ModuleDeclaration,
  around: Deployed | undefined,
): Deployed {
  const loop = declaration.body.kind === 'for' ? declaration.body : undefined;
  const each = loop?.body ?? declaration.body;
  const condition = each.kind === 'if' ? each.condition : undefined;
  const content = each.kind === 'if' ? each.body : each;
  const body = content.kind === 'object' ? content : undefined;
  const children = new Map<string, Deployed>();
  const one: Deployed = {
    kind: 'deployed',
    declaration,
    key: around ? `${around.key}::${declaration.name}` : declaration.name,
    type: declaration.kind === 'resource' ? wholeType(declaration.type, around) : undefined,
    loop,
    conditions: [...(around?.conditions ?? []), ...(condition ? [condition] : [])],
    body,
    around,
    children,
  };
  for (const child of body?.resources ?? []) {
    if (!children.has(child.name)) children.set(child.name, deployedOf(child, one));
  }
  return one;
}

function wholeType(type: string | undefined, around: Deployed | undefined): string | undefined {
  const own = type?.split('@')[0]?.replace(/^az:/, '');
  if (own === undefined || !around) return own;
  return around.type === undefined ? undefined : `${around.type}/${own}`;
}
