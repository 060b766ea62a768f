/** How the virtual network of an instance is connected to others, as documents describe it. */

export interface InputPeering {
  readonly name: string;
  /** The other network, for a message. */
  readonly remote: string;
  /** JSON pointer to the peering. */
  readonly path: string;
  /** IPv4 prefixes of the other network, as far as the document has them. */
  readonly addressPrefixes: readonly string[];
  /** Set where the peering is, or may be, of single subnets or of IPv6 alone. */
  readonly isPart?: true;
  /** Set where the document leaves open whether the peering is of this network. */
  readonly mayBeOfOther?: true;
  /** Whether VirtualNetwork contains the other network; undefined where the document leaves it open, as all of these. */
  readonly allowsAccess: boolean | undefined;
  /** Whether traffic that the other network forwards comes in. */
  readonly allowsForwarded: boolean | undefined;
  /** Connected, Initiated or Disconnected; undefined where the document has no state, as a template. */
  readonly state: string | undefined;
  /** By its state, or else by the peering back in the same document. */
  readonly isConnected: boolean | undefined;
}

/** Something that may bring a default route to the subnet over BGP. */
export interface RouteSource {
  /** the gateway of hub that the peering to-hub uses */
  readonly name: string;
  /** JSON pointer to what connects the network with it. */
  readonly path: string;
}
