/** Why an old name is deprecated, and when it goes: all of one release on one day. */

const lastDay = '2027-06-01';

/** The reason of a deprecation; `what` is what to use instead. */
export const useInstead = (what: string): string => `Use ${what}. Goes on ${lastDay}.`;
