/**
 * The formats for security rules and routes. The API's enum, the tabs of the site and the golden files of the tests
 * follow this list; `index.ts` names the functions that write each one.
 */

interface Format {
  readonly value: string;
  /** Name for people. */
  readonly label: string;
  /** For syntax highlighting. */
  readonly language: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  /** What the text is, for the API's schema. */
  readonly description: string;
}

/** In the order of the tabs. */
export const formats = [
  {
    value: 'BICEP',
    label: 'Bicep',
    language: 'bicep',
    extension: 'bicep',
    description: 'A Bicep file that deploys with az deployment group create.',
  },
  {
    value: 'TERRAFORM',
    label: 'Terraform',
    language: 'terraform',
    extension: 'tf',
    description: 'Terraform resources of the azurerm provider, to add to a configuration.',
  },
  {
    value: 'ARM_JSON',
    label: 'ARM JSON',
    language: 'json',
    extension: 'json',
    description: 'An Azure Resource Manager template that deploys to a resource group.',
  },
  {
    value: 'AZURE_CLI',
    label: 'Azure CLI',
    language: 'bash',
    extension: 'sh',
    description: 'A bash script of az network commands, for an existing resource group.',
  },
  {
    value: 'POWERSHELL',
    label: 'PowerShell',
    language: 'powershell',
    extension: 'ps1',
    description: 'A PowerShell script for the Az module, for an existing resource group.',
  },
  {
    value: 'CSV',
    label: 'CSV',
    language: 'csv',
    extension: 'csv',
    description:
      'A table with a header row, after RFC 4180. Text that a spreadsheet would run as a formula starts with an apostrophe.',
  },
  {
    value: 'MARKDOWN',
    label: 'Markdown',
    language: 'markdown',
    extension: 'md',
    description: 'Tables in GitHub Flavored Markdown.',
  },
] as const satisfies readonly Format[];

export type RuleFormat = (typeof formats)[number]['value'];

export const ruleFormats = formats.map(({ value }) => value);
