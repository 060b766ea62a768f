/** Subscriptions in resource ids. */

/** False for what an expression or a placeholder stands in for. */
export const isKnown = (subscription: string): boolean => !/[[\]<>{}$]/.test(subscription);

/** The subscription that an id begins with; undefined if it is left open. */
export function subscriptionIn(id = ''): string | undefined {
  const subscription = /^\/subscriptions\/([^/]+)\//i.exec(id)?.[1];
  return subscription !== undefined && isKnown(subscription) ? subscription : undefined;
}
