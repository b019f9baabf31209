import { z } from 'zod';

const text = z.string();
const id = z.union([z.string().min(1), z.number()]).transform(String);
const addresses = z
  .array(z.string().min(1))
  .describe('Addresses at which the old site answered, the current one first');

const comment = z
  .strictObject({
    id: id.describe('Unique in its article'),
    parent: id.optional().describe('The id of the comment that it answers'),
    name: text.describe('The reader’s name; no e-mail address'),
    text: text.min(1).describe('Plain text'),
    date: text,
    staff: z.boolean().optional().describe('Written by the newsroom'),
  })
  .describe('A published comment');

const image = z.strictObject({
  address: text.min(1).describe('Its URL, or its path on the old site'),
  alt: text.optional(),
  caption: text.optional(),
});

/** What articles and pages have in common. */
const entry = {
  id: id.describe('Unique among the articles and pages, and never changed: by it a later import knows the entry again'),
  title: text.min(1),
  slug: text.optional().describe('Wanted in the file name; left out, the title decides'),
  html: text.optional().describe('The body as HTML; or `markdown`'),
  markdown: text.optional(),
  addresses: addresses.optional(),
  draft: z.boolean().optional(),
};

const term = {
  id: id.describe('By which articles name it'),
  name: text.min(1),
  addresses: addresses.optional(),
  feeds: addresses.optional().describe('Old addresses of its feeds'),
};

/** The forms that a line can have, by its `kind`. A line without a kind is an article. */
export const lineSchemas = {
  article: z.strictObject({
    kind: z.literal('article').optional(),
    ...entry,
    date: text.describe('2026-11-20, 2026-11-20 09:30 or 2026-11-20T09:30:00+03:00'),
    modified: text.optional().describe('When its text was changed last'),
    author: z
      .union([id, z.array(id)])
      .optional()
      .describe('Ids of lines of the kind author, or names'),
    category: id.optional().describe('The id of a line of the kind category, or a name'),
    tags: z.array(z.string().min(1)).optional(),
    summary: text.optional(),
    kicker: text.optional(),
    image: image.optional(),
    comments: z.array(comment).optional(),
    'comments-closed': z.boolean().optional(),
  }),
  page: z.strictObject({ kind: z.literal('page'), ...entry, order: z.number().int().optional() }),
  author: z.strictObject({ kind: z.literal('author'), ...term }),
  category: z.strictObject({ kind: z.literal('category'), ...term }),
  media: z.strictObject({ kind: z.literal('media'), ...image.shape }).describe('A file of the old media library'),
  list: z
    .strictObject({
      kind: z.literal('list'),
      address: text.min(1),
      to: z.enum(['front-page', 'feed', 'archive']),
    })
    .describe('The old address of a list that is no author’s and no section’s'),
  site: z.strictObject({
    kind: z.literal('site'),
    title: text.min(1),
    description: text.optional(),
    url: z.url({ protocol: /^https?$/ }).describe('The address of the old site'),
    'time-zone': text.optional().describe('Of dates without an offset: Asia/Riyadh'),
  }),
} as const;

export type LineKind = keyof typeof lineSchemas;
export type Line<Kind extends LineKind> = z.output<(typeof lineSchemas)[Kind]>;

/** The JSON Schema of a line, for editors and validators. */
export function lineJsonSchema(): object {
  return {
    ...z.toJSONSchema(z.union(Object.values(lineSchemas)), { io: 'input' }),
    title: 'A line of a newsroom in JSON lines',
  };
}
