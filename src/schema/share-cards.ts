import { oneOf } from './values.ts';

const shareCardScopes = ['articles', 'sections', 'none'] as const;
export type ShareCardScope = (typeof shareCardScopes)[number];

/** The key of `site.yaml` that chooses the pages with share cards, the pictures that chat apps show beside a link. */
export const shareCardShape = {
  'share-cards': oneOf(shareCardScopes)
    .default('articles')
    .describe(
      'البطاقات التي تظهر مع الرابط حين يُشارك: articles بطاقة لكل مقال بلا صورة، أو sections بطاقات للأقسام والكتّاب وحدها، أو none بلا بطاقات. الأصل articles.',
    ),
};
