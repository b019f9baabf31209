import { slugify } from '../lib/arabic/slug.ts';
import { tagSlug } from '../lib/arabic/tag-slug.ts';
import { compareText } from '../lib/compare.ts';
import { isShortId } from '../lib/short-id.ts';
import type { Address } from './addresses.ts';

/** Guesses where a broken link was meant to lead. */
export interface LinkGuess {
  /**
   * Returns the path that was certainly meant; undefined if there is none.
   * @param written the link as written, without `?` and `#`, decoded
   * @param path where it leads
   * @param file the content file that has it
   */
  certain(written: string, path: string, file: string): string | undefined;
  /** The paths that a misspelt one is compared with, without those that consist of random letters. */
  candidates: readonly string[];
}

/** @param addresses every path of the site, and `copied`, the paths of files from `public/` */
export function createLinkGuess(addresses: ReadonlyMap<string, Address>, copied: Iterable<string>): LinkGuess {
  const paths = [...addresses.keys(), ...copied].sort(compareText);
  const byForm = new Map<string, string>();
  for (const path of paths) if (!byForm.has(formOf(path))) byForm.set(formOf(path), path);
  const byFile = new Map([...addresses].flatMap(([path, { file }]) => (file === undefined ? [] : [[file, path]])));
  return {
    certain(written, path, file) {
      if (/\.mdx?$/i.test(written)) return byFile.get(fileMeant(written, file)) ?? byFile.get(written.slice(1));
      return byForm.get(formOf(path)) ?? byForm.get(formOf(`/${written}`));
    },
    candidates: paths.filter((path) => !isShortId(path.slice(1, -1))),
  };
}

/** Returns the same form for spellings of a path that mean the same: `/About`, `/about/`, `/about.html`. */
function formOf(path: string): string {
  const parts = path.replace(/(?:\/index)?\.html?$/i, '').split('/');
  const slugOf = path.startsWith('/t/') ? tagSlug : slugify;
  const forms = parts.map((part) => (/\.\w{1,5}$/.test(part) ? part.toLowerCase() : slugOf(part)));
  return forms.filter((part) => part !== '').join('/');
}

/** Returns the content-relative path of a content file that a link names: `other.md`, `../pages/about.md`. */
function fileMeant(written: string, from: string): string {
  const parts = written.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
