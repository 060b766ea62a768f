/** The functions of Terraform that configurations of networks use; a call of any other is unknown. */

import { Failure } from '../budget.ts';
import type { Arguments, CallFunction } from '../evaluation.ts';
import { Unknown, type Value } from '../values.ts';
import { collectionFunctions } from './collections.ts';
import { encodingFunctions } from './encodings.ts';
import { mapFunctions } from './maps.ts';
import { networkFunctions } from './networks.ts';
import { numberFunctions } from './numbers.ts';
import { textFunctions } from './texts.ts';

/** The first argument that has a value; unknown where one before it may have one. */
function tryFirst({ call, scope, evaluator }: Arguments): Value {
  let last: unknown;
  for (const arg of call.args) {
    try {
      return evaluator.evaluate(arg, scope);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      last = error;
    }
  }
  throw last ?? new Failure('try has no argument', call.at);
}

function can({ call, scope, evaluator }: Arguments): Value {
  const [arg] = call.args;
  if (!arg) throw new Failure('can has no argument', call.at);
  try {
    const value = evaluator.evaluate(arg, scope);
    return value instanceof Unknown && !value.target
      ? evaluator.unknownCall({ call, scope, evaluator }, [value])
      : true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** The argument itself: whether it is a secret does not matter here. */
const itself: CallFunction = ({ call, scope, evaluator }) => {
  const [arg] = call.args;
  if (!arg) throw new Failure(`${call.name} has no argument`, call.at);
  return evaluator.evaluate(arg, scope);
};

const functions: ReadonlyMap<string, CallFunction> = new Map([
  ...textFunctions,
  ...numberFunctions,
  ...networkFunctions,
  ...collectionFunctions,
  ...mapFunctions,
  ...encodingFunctions,
  ['try', tryFirst],
  ['can', can],
  ['sensitive', itself],
  ['nonsensitive', itself],
  ['ephemeralasnull', itself],
]);

/** Functions can be named with the namespace of Terraform's own. */
export const functionOf = (name: string): CallFunction | undefined =>
  functions.get(name.replace(/^core::/, ''));
