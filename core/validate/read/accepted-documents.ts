/** The documents that can be validated, once: for error messages, the API's schema and the site. */

/** Documents of one network security group. */
export const groupDocuments = [
  'an array of security rules (az network nsg rule list)',
  'an object with securityRules (az network nsg show)',
  'an object with properties.securityRules (REST, ARM resource)',
  'effective security rules (az network nic list-effective-nsg)',
  'an ARM template, an export or a Terraform plan with one network security group',
] as const;

/** Documents of a service with its network. */
export const serviceDocuments = [
  'an ARM template (bicep build), alone or as { template, parameters }',
  'a list of exported resources: an array, or an object with resources, value or data',
  'the result of a what-if operation (az deployment group what-if --no-pretty-print)',
  'a Terraform plan or state (terraform show -json), or a state file',
  'az ... show outputs and query results (Resource Graph), one alone or several',
  'any of these together, in an array or in an object with names of your own; a JSON text with comments',
] as const;
