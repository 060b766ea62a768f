/** How long property tests search: FUZZ=20 npx vitest run test/validate looks twenty times as far. */

const factor = Number(process.env.FUZZ ?? 1);

export const runs = (count: number) => ({ numRuns: Math.ceil(count * factor) });

/** Milliseconds a property test may take. */
export const patience = 60_000 * factor;
