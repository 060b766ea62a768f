/** Tells a network security group, or its list of rules, from a document that describes a whole deployment. */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A rule has a priority, at the top (az) or under its properties (REST); no other resource of a network has one. */
function isRule(value: unknown): boolean {
  if (!isObject(value)) return false;
  return 'priority' in value || (isObject(value.properties) && 'priority' in value.properties);
}

export function isGroup(document: unknown): boolean {
  if (Array.isArray(document)) return document.length === 0 || document.some(isRule);
  if (!isObject(document)) return false;
  const { properties } = document;
  return 'securityRules' in document || (isObject(properties) && 'securityRules' in properties);
}
