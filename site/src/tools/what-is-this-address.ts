/** The tool that says where an address is known from. */

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
