import { messages } from './messages.ts';
import { type Fault, isFault, readPositiveInteger, scalar } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';

/** The articles that have cards of their own if they have no photo: so many of the newest, all, or none; or no page has any. */
export type ShareCardScope = number | 'all' | 'sections' | 'none';

/** `articles` meant all of them before there was a number. */
const words: Readonly<Record<string, ShareCardScope>> = {
  all: 'all',
  articles: 'all',
  sections: 'sections',
  none: 'none',
};

const usualCount = 2000;

const scope = scalar((written): ShareCardScope | Fault => {
  const bare = bareValue(written);
  const read = Object.hasOwn(words, bare) ? (words[bare] as ShareCardScope) : readPositiveInteger(written);
  return isFault(read) ? { tell: (key) => messages.notCountOfCards(bare, key) } : read;
}).meta({ yamlType: ['integer', 'string'] });

/** The key of `site.yaml` that chooses the pages with share cards, the pictures that chat apps show beside a link. */
export const shareCardShape = {
  'share-cards': scope
    .default(usualCount)
    .describe(
      'البطاقات التي تظهر مع الرابط حين يُشارك: عدد المقالات التي تُرسم لما لا صورة له منها بطاقة، من أحدثها، أو all لكل المقالات، أو sections بطاقات للأقسام والكتّاب وحدها، أو none بلا بطاقات. الأصل 2000.',
    ),
};

/** Returns which articles have share cards of their own. */
export function completeShareCards(settings: { 'share-cards'?: ShareCardScope | undefined }): {
  shareCards: ShareCardScope;
} {
  return { shareCards: settings['share-cards'] ?? usualCount };
}
