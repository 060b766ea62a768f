/** The functions of the library that compare with service tags; without files they use the shipped ones. */

import * as answers from './answers/lookup-address.ts';
import * as containment from './answers/service-tag-contains.ts';
import type { ServiceTagFile } from './network/service-tags/service-tag-file.ts';
import { shippedServiceTagFiles } from './network/service-tags/shipped-files.ts';
import type { InputOptions } from './validate/input-options.ts';
import type { ConfigReport } from './validate/report.ts';
import * as validation from './validate/validate-input.ts';

type Files = readonly ServiceTagFile[];

/** Throws InputError for what cannot be judged; SourceError, with the source location, if the input is a source. */
export function validateInput(
  input: validation.Input,
  options: Partial<InputOptions> = {},
): ConfigReport {
  return validation.validateInput(input, {
    serviceTagFiles: shippedServiceTagFiles,
    whatIf: 'NONE',
    ...options,
  });
}

/** All that the data and the weekly files say about one address; throws InputError for a prefix or a name. */
export const lookupAddress = (
  address: string,
  files: Files = shippedServiceTagFiles,
): answers.AddressLookup => answers.lookupAddress(address, files);

/** How much of the inner service tag the outer one contains; throws InputError for an unknown tag. */
export const serviceTagContains = (
  outer: string,
  inner: string,
  files: Files = shippedServiceTagFiles,
): containment.TagContainment => containment.serviceTagContains(outer, inner, files);
