import { formatDigits } from '../../lib/arabic/digits.ts';
import { countNoun } from '../../lib/arabic/plural.ts';
import { createElement } from '../create-element.ts';
import { storeList } from './kept-things.ts';
import { haveCopies, type SiteAddresses } from './offline-copies.ts';
import { refreshCopies, withdrawnTitles } from './refresh-copies.ts';
import { hasCopies, readList, removeAll, removeArticle } from './save-article.ts';
import type { SavedArticle } from './saved-list.ts';
import { withdrawnKey } from './storage-keys.ts';
import type { ReaderWords } from './words.ts';

/**
 * Shows the list of what is saved on its page, and in the place of a page that could not be opened. It is shown before
 * the copies are refreshed, and once more after that.
 */
export async function showSavedPage(place: HTMLElement, site: SiteAddresses, words: ReaderWords): Promise<void> {
  if (location.pathname !== site.savedPage) tellOfNoConnection(words);
  const stored = () => JSON.stringify([readList(site), withdrawnTitles(site)]);
  let shown = '';
  const show = async (): Promise<void> => {
    shown = stored();
    place.replaceChildren(...(await composeList(site, words, show)));
  };
  const showIfChanged = () => (stored() === shown ? undefined : show());
  await show();
  for (const event of ['storage', 'pageshow']) addEventListener(event, showIfChanged);
  await refreshCopies(site, true).catch(() => undefined);
  await showIfChanged();
  storeList(withdrawnKey(site.base), []);
}

function tellOfNoConnection({ saved }: ReaderWords): void {
  const heading = document.querySelector('[data-saved-heading]');
  const explanation = document.querySelector('[data-saved-explanation]');
  if (heading) heading.textContent = saved.noConnection.title;
  if (explanation) explanation.textContent = saved.noConnection.explanation;
  document.title = saved.noConnection.title;
}

async function composeList(site: SiteAddresses, words: ReaderWords, show: () => Promise<void>): Promise<Node[]> {
  const { saved, digits } = words;
  const list = readList(site);
  const notices = withdrawnTitles(site).map((title) =>
    createElement(
      'p',
      { className: 'withdrawn', role: 'status' },
      saved.withdrawn.replace('#', () => title),
    ),
  );
  if (list.length === 0) return [...notices, createElement('p', { className: 'empty' }, saved.empty)];
  const removeAllButton = createElement('button', { type: 'button', className: 'button' }, saved.deleteAll);
  removeAllButton.addEventListener('click', async () => {
    if (!confirm(saved.confirmDeleteAll)) return;
    await removeAll(site);
    await show();
    document.getElementById('content')?.focus();
  });
  const count = createElement('p', { className: 'count' }, countNoun(list.length, saved.count, digits));
  const head = createElement('div', { className: 'saved-head' }, count, removeAllButton);
  const items = list.map((article) => composeItem(article, site, words, show));
  const paths = list.map(({ path }) => path);
  const isKept = (await hasCopies(site)) && (await haveCopies(paths, site));
  const note = isKept ? [createElement('p', { className: 'note' }, saved.worksOffline)] : [];
  return [...notices, head, createElement('ul', { className: 'saved-list' }, ...items), ...note];
}

function composeItem(
  article: SavedArticle,
  site: SiteAddresses,
  words: ReaderWords,
  show: () => Promise<void>,
): HTMLElement {
  const { saved } = words;
  const link = createElement('a', { href: article.path }, article.title);
  const remove = createElement('button', { type: 'button', className: 'button' }, saved.delete);
  remove.ariaLabel = saved.deleteTitled.replace('#', () => article.title);
  remove.addEventListener('click', async () => {
    await removeArticle(article.path, site);
    await show();
    document.getElementById('content')?.focus();
  });
  const facts = [article.section, article.date, readWords(article, words)].filter((fact) => fact !== '');
  const line = createElement('p', { className: 'facts' }, ...facts.map((fact) => createElement('span', {}, fact)));
  return createElement('li', {}, createElement('div', {}, createElement('h2', {}, link), line), remove);
}

/** Says how far the reader has come; nothing of an article that was not begun. */
function readWords({ read }: SavedArticle, { saved, digits }: ReaderWords): string {
  if (read >= 1) return saved.readWhole;
  const percent = Math.round(read * 100);
  return percent === 0 ? '' : saved.read.replace('#', formatDigits(percent, digits));
}
