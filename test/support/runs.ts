/** How far random tests search: 1 unless FUZZ says otherwise, as FUZZ=20 npx vitest run test/core does at night. */

const factor = Number(process.env.FUZZ ?? 1);

const fewest = 5;

/** The same cases in each run, so that a change fails for itself alone; a wider search takes others each time. */
const seed = factor > 1 ? {} : { seed: 20_261_129 };

export const runs = (count: number) => ({
  numRuns: Math.max(fewest, Math.ceil(count * factor)),
  ...seed,
});

/** What a guard against an empty search may demand where factor 1 finds `count` with ease: short searches vary more. */
export const share = (count: number): number =>
  factor < 1 ? Math.floor((count * factor) / 3) : count;

/** Milliseconds a random test may take. */
export const patience = 180_000 * Math.max(1, factor);
