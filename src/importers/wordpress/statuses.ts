import type { Outcome } from '../newsroom/tally.ts';
import type { WordPressItem } from './export.ts';

/** Statuses of items that come. `publish` and `future` are published when their date comes; others become drafts. */
const imported: Readonly<Record<string, Omit<Outcome, 'name'>>> = {
  publish: { fate: 'came' },
  future: { fate: 'came', reason: 'scheduled' },
  draft: { fate: 'came', reason: 'draft' },
  pending: { fate: 'changed', reason: 'pending' },
  private: { fate: 'changed', reason: 'private' },
};

/** Statuses of items that do not come. `inherit` is that of revisions and of autosaved texts. */
const left: Readonly<Record<string, Outcome['reason']>> = {
  trash: 'trash',
  'auto-draft': 'auto-draft',
  inherit: 'revision',
};

export function isImported({ status }: WordPressItem): boolean {
  return Object.hasOwn(imported, status);
}

/** Items behind a password become drafts, because the new site has no passwords. */
export function isDraft({ status, password }: WordPressItem): boolean {
  return ['draft', 'pending', 'private'].includes(status) || password !== '';
}

/** Says what becomes of a post or a page by its status. */
export function outcomeOf({ type, status, password }: WordPressItem): Outcome {
  const known = Object.hasOwn(imported, status) ? imported[status] : undefined;
  const reason = Object.hasOwn(left, status) ? left[status] : 'unknown-status';
  if (known === undefined) return { name: type, fate: 'left', ...(reason && { reason }) };
  // The status of a private or unfinished item says more than its password does.
  if (password !== '' && known.fate === 'came') return { name: type, fate: 'changed', reason: 'password' };
  return { name: type, ...known };
}
