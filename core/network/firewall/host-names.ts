/** Host names in the rules of Azure Firewall. */

/** Whether a target of an application rule matches a host name: the same name, or a leading * for any text. */
export function matchesHost(target: string, host: string): boolean {
  const [pattern, name] = [target.toLowerCase(), host.toLowerCase()];
  return pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern;
}

/** Whether a target matches a host of a documented wildcard, *.data.microsoft.com: every one, some, or none. */
export function coversHost(target: string, host: string): 'all' | 'some' | 'none' {
  if (matchesHost(target, host)) return 'all';
  const isWildcard = host.startsWith('*');
  return isWildcard && matchesHost(host, target.replace(/^\*/, 'x')) ? 'some' : 'none';
}
