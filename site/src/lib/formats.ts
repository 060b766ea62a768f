/** The formats that rules are shown in, in the order of their tabs. */

export const formats = {
  bicep: { label: 'Bicep', language: 'bicep' },
  terraform: { label: 'Terraform', language: 'terraform' },
  armJson: { label: 'ARM JSON', language: 'json' },
  azureCli: { label: 'Azure CLI', language: 'bash' },
  powerShell: { label: 'PowerShell', language: 'powershell' },
  csv: { label: 'CSV', language: 'csv' },
  markdown: { label: 'Markdown', language: 'markdown' },
} as const;
