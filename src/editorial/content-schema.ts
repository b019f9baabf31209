import type { z } from 'zod';
import { articleSchema } from '../schema/article.ts';
import { authorSchema } from '../schema/author.ts';
import { categorySchema } from '../schema/category.ts';
import { liveEntrySchema, liveFolder } from '../schema/live.ts';
import { pageSchema } from '../schema/page.ts';
import { siteFile, siteSchema } from '../schema/site.ts';

const byFolder = new Map<string, z.ZodType>([
  ['articles', articleSchema],
  [liveFolder, liveEntrySchema],
  ['pages', pageSchema],
  ['authors', authorSchema],
  ['categories', categorySchema],
  [siteFile, siteSchema],
]);

/**
 * Returns the schema of a file's front matter, or of the whole file if it is YAML. `file` is relative to the content
 * directory.
 */
export function schemaOf(file: string): z.ZodType | undefined {
  return byFolder.get(file.split('/')[0] ?? '');
}
