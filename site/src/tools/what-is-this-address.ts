/** The tool "What is this address?". */

import type { ToolDefinition } from './tool.ts';
import { addressView } from './views/address.ts';

export const whatIsThisAddress: ToolDefinition<'lookupAddress'> = {
  task: 'lookupAddress',
  read: ({ values, filesOf }) => ({
    address: values.get('address') ?? '',
    serviceTagFiles: filesOf('serviceTagFiles'),
  }),
  view: addressView,
};
