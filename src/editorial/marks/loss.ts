import type { Edit } from '../../lib/tracked-text.ts';
import type { LossKind } from '../rules.ts';

/** Text that no reader would see, or a block that is not what its author meant. */
export interface Loss {
  kind: LossKind;
  /** Offset in the source. */
  at: number;
  /** What was meant, as edits of the source; empty if it is unknown. */
  edits: readonly Edit[];
  isCertain: boolean;
}

/** Joins the losses of a line, of which a report shows the first, with all their edits; they must be in order. */
export function joinInLines(losses: readonly Loss[], source: string): Loss[] {
  const joined: (Loss & { edits: Edit[] })[] = [];
  let reached = 0;
  for (const loss of losses) {
    const last = joined.at(-1);
    if (last && !source.slice(reached, loss.at).includes('\n')) last.edits.push(...loss.edits);
    else joined.push({ ...loss, edits: [...loss.edits] });
    reached = loss.at;
  }
  return joined;
}
