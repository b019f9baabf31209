import type { Observation } from './review-prose.ts';

/**
 * Keeps the observations of one order of tanween and alef, ـًا or ـاً, where a file has both: of the one that it has less
 * often. A file that writes one throughout is consistent.
 */
export function chooseTanween(observations: readonly Observation[]): Observation[] {
  const [after, before] = [tanweenAfterAlef, tanweenBeforeAlef].map(
    (order) => observations.filter((observation) => orderOf(observation) === order).length,
  );
  const told = after === 0 || before === 0 ? '' : (after ?? 0) <= (before ?? 0) ? tanweenAfterAlef : tanweenBeforeAlef;
  return observations.filter((observation) => observation.rule !== 'tanween-order' || orderOf(observation) === told);
}

const tanweenAfterAlef = '\u0627\u064B';
const tanweenBeforeAlef = '\u064B\u0627';

/** Returns how an observation of the rule finds tanween and alef written. */
function orderOf({ rule, correction }: Observation): string {
  if (rule !== 'tanween-order') return '';
  return correction?.replacement === tanweenAfterAlef ? tanweenBeforeAlef : tanweenAfterAlef;
}
