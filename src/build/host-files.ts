import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestText } from '../lib/digest.ts';
import type { Environment } from '../library/environment.ts';
import type { Library } from '../library/library.ts';
import { hostFiles, ruleFilePath } from '../model/host-rules.ts';
import { findRedirects } from '../model/redirects.ts';
import type { Output } from './output.ts';

/** What the site's host reads besides pages; rules that the owner keeps in `public/` are part of them. */
export async function planHostFiles(
  library: Library,
  { publicDirectory }: Pick<Environment, 'publicDirectory'>,
): Promise<Output[]> {
  const { site } = library;
  const ruleFile = ruleFilePath(site.host.name);
  const own = ruleFile && (await readFile(path.join(publicDirectory, ruleFile), 'utf8').catch(() => undefined));
  return hostFiles(findRedirects(library), site, own).map((file) => ({
    path: file.path,
    key: digestText(file.content),
    make: async () => Buffer.from(file.content),
  }));
}
