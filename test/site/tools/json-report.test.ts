/** The result of a validation as the worker of the page sends it. */

import { expect, it } from 'vitest';
import { resultOf } from '../../../site/src/tools/validate/json-report.ts';
import { fieldByField, sample } from '../../support/sample-deployment.ts';

it('has no function, which a worker cannot send', () => {
  const result = resultOf(fieldByField(sample));
  expect(structuredClone(result)).toEqual(result);
});
