/** An Azure Firewall as documents describe it: its private addresses and its rules, in the order of processing. */

export interface InputFirewall {
  readonly name: string;
  /** JSON pointer to the firewall. */
  readonly path: string;
  /** As routes name it: addresses, or texts in brackets for addresses that only a deployment knows. */
  readonly privateAddresses: readonly string[];
  /** Prefixes of AzureFirewallSubnet, which holds nothing but the firewall. */
  readonly subnetPrefixes: readonly string[];
  /** True where the routes of its own subnet may send what it allows on to something else. */
  readonly hasOwnRoutes?: boolean;
  /** Undefined where the document leaves it open. */
  readonly hasDnsProxy: boolean | undefined;
  /**
   * Network and application collections in the order of processing. Rules that the document names and does not contain
   * are a collection without an action.
   */
  readonly collections: readonly FirewallCollection[];
}

export type FirewallCollection = NetworkCollection | ApplicationCollection;

interface Collection {
  readonly name: string;
  /** Undefined where the document leaves it open. */
  readonly action: 'ALLOW' | 'DENY' | undefined;
  /** False where a priority or a condition is open, so that its place among the others is not known. */
  readonly isPlaced: boolean;
}

export interface NetworkCollection extends Collection {
  readonly kind: 'NETWORK';
  readonly rules: readonly FirewallNetworkRule[];
}

export interface ApplicationCollection extends Collection {
  readonly kind: 'APPLICATION';
  readonly rules: readonly FirewallApplicationRule[];
}

/** Texts in brackets are values that the document leaves open. */
export interface FirewallNetworkRule {
  readonly name: string;
  /** JSON pointer to the rule. */
  readonly path: string;
  /** TCP, UDP, ICMP or ANY. */
  readonly protocols: readonly string[];
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  /** Host names that the firewall resolves to addresses; they need its DNS proxy. */
  readonly hostNames: readonly string[];
  readonly ports: readonly string[];
}

export interface FirewallApplicationRule {
  readonly name: string;
  readonly path: string;
  /** "HTTPS:443" for each protocol and port. */
  readonly protocols: readonly string[];
  readonly sources: readonly string[];
  /** Host names; a leading * stands for any text. */
  readonly hostNames: readonly string[];
  /** FQDN tags, web categories and URLs, whose host names no document lists. */
  readonly otherTargets: readonly string[];
}
