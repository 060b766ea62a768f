/** An operation's text with the types of its result and its variables. */

export interface Operation<Result, Variables> {
  readonly text: string;
  /** For the type checker alone; never set. */
  readonly types?: { readonly result: Result; readonly variables: Variables };
}

export const operation = <Result, Variables>(text: string): Operation<Result, Variables> => ({
  text,
});
