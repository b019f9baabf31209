import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import { messages } from '../../schema/messages.ts';
import { findNearest } from '../../schema/nearest.ts';
import { mostProblems, type Problem } from '../../schema/problem.ts';
import type { ContentFile } from '../content/content-files.ts';
import type { ImageStore } from '../images/images.ts';
import { type ParsedStyles, parseStyles, type StyleUrl, scanStyles } from './style-source.ts';
import { assetName, assetTypes, type ThemeAsset } from './theme-assets.ts';
import { themeFolder } from './theme-files.ts';
import { readWoff2 } from './woff2.ts';

export const siteStylesFile = 'theme/site.css';

/** The newsroom's own style sheet, in the last cascade layer. */
interface SiteStyles {
  /** '' if there is no such file, or if it cannot be read. */
  css: string;
  assets: ThemeAsset[];
  /** Content-relative files that the sheet names. */
  used: string[];
  problems: Problem[];
}

/** Reads `theme/site.css`: its URLs are checked, and lead to the published files. */
export async function readSiteStyles(
  files: readonly ContentFile[],
  images: Pick<ImageStore, 'resolve'>,
  siteUrl: string,
): Promise<SiteStyles> {
  const source = files.find(({ file }) => file === siteStylesFile);
  if (source === undefined) return { css: '', assets: [], used: [], problems: [] };
  const text = decode(await readFile(source.absolute));
  if (text === undefined) {
    const problem: Problem = { file: siteStylesFile, line: 1, message: messages.notUtf8() };
    return { css: '', assets: [], used: [], problems: [problem] };
  }
  const lines = text.split('\n');
  const { urls, imports, unclosed, deepest } = scanStyles(text);
  const outside = [
    ...imports.slice(0, mostProblems).map((start) => problemAtIndex(lines, start, messages.styleImport())),
    ...unclosed.slice(0, 1).map(({ opening, start }) => problemAtIndex(lines, start, messages.styleUnclosed(opening))),
    ...(deepest === undefined ? [] : [problemAtIndex(lines, deepest, messages.styleSyntax())]),
    ...(text.includes('\0') ? [problemAtIndex(lines, text.indexOf('\0'), messages.styleSyntax())] : []),
    ...(/^@charset\s+(?!["']utf-8["'])/i.test(text) ? [problemAtIndex(lines, 0, messages.styleCharset())] : []),
  ];
  const problems = outside.length > 0 ? outside : await findFaults(text, lines, urls);
  const placeUrl = urlPlacer({ lines, files, images, siteUrl });
  const placed = await Promise.all(urls.map(placeUrl));
  const told = [...problems, ...placed.flatMap(({ problem }) => problem ?? [])].slice(0, mostProblems);
  const rules = withUrls(text, placed).replace(/^\s*@charset[^;]*;/i, '');
  return {
    css: told.length > 0 || rules.trim() === '' ? '' : `@layer owner {\n${rules.trimEnd()}\n}\n`,
    assets: placed.flatMap(({ asset }) => asset ?? []),
    used: placed.flatMap(({ used }) => used ?? []),
    problems: told,
  };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

/** Reports what browsers would pass over, and URLs that are written in another form than `url(…)`. */
async function findFaults(text: string, lines: readonly string[], urls: readonly StyleUrl[]): Promise<Problem[]> {
  const parsed = await parseStyles(text);
  const faultByLine = new Map(parsed.faults.map((fault) => [fault.line, fault]));
  return [
    ...[...faultByLine.values()].map(({ line, column }) => problemAtLine(lines, line, column, messages.styleSyntax())),
    ...urlsInStrings(parsed.urls, urls).map(({ url, line }) =>
      problemAtLine(lines, line, 1, messages.styleUrlForm(shorten(url))),
    ),
  ];
}

/** Finds the URLs that a sheet has more often than as `url(…)`; of several places of one, the last. */
function urlsInStrings(all: ParsedStyles['urls'], scanned: readonly StyleUrl[]): ParsedStyles['urls'] {
  const left = new Map<string, number>();
  for (const { url } of scanned) left.set(url, (left.get(url) ?? 0) + 1);
  return all.filter(({ url }) => {
    const count = left.get(url) ?? 0;
    left.set(url, count - 1);
    return count <= 0;
  });
}

/** A URL with what is published for it. */
interface PlacedUrl extends StyleUrl {
  /** Replaces `url(…)`. */
  written?: string;
  asset?: ThemeAsset;
  used?: string;
  problem?: Problem;
}

interface StyleSurroundings {
  lines: readonly string[];
  files: readonly ContentFile[];
  images: Pick<ImageStore, 'resolve'>;
  siteUrl: string;
}

/** What is published for a path, or the sentence for which nothing can be. */
type PlacedFile = { asset: ThemeAsset; used: string } | { refused: string };

/** Creates a function that finds what is published for a URL; each file is read once. */
function urlPlacer({ lines, files, images, siteUrl }: StyleSurroundings): (found: StyleUrl) => Promise<PlacedUrl> {
  const sources = new Map(files.map((source) => [source.file, source]));
  const names = files.map(({ file }) => file.slice(themeFolder.length));
  const home = siteUrl.replace(/\/*$/, '/');
  const placed = new Map<string, Promise<PlacedFile>>();
  const limit = pLimit(8);

  return async (found) => {
    const { url, start } = found;
    const refuse = (message: string): PlacedUrl => ({ ...found, problem: problemAtIndex(lines, start, message) });
    if (url === '' || url.startsWith('#')) return found;
    if (url.startsWith(home))
      return refuse(messages.styleOwnAddress(shorten(url), shorten(url.slice(home.length - 1))));
    if (/^data:/i.test(url)) return refuse(messages.styleData());
    if (/^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(url)) return refuse(messages.styleForeign(shorten(url)));
    // The sheet lies in a folder of the site's root, so that this leads to the root below any base path.
    if (url.startsWith('/')) return { ...found, written: writeUrl(`..${url}`) };
    const [, bare = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
    const file = placed.get(bare) ?? limit(() => placeFile(bare));
    placed.set(bare, file);
    const published = await file;
    if ('refused' in published) return refuse(published.refused);
    return { ...found, ...published, written: writeUrl(published.asset.fileName + rest) };
  };

  async function placeFile(bare: string): Promise<PlacedFile> {
    const file = path.posix.join(themeFolder, decodePath(bare));
    const source = sources.get(file);
    if (source === undefined) {
      const nearest = findNearest(bare, names);
      const shown = shorten(bare);
      return { refused: nearest === undefined ? messages.styleMissing(shown) : messages.styleNearest(shown, nearest) };
    }
    const extension = path.posix.extname(file).toLowerCase();
    if (!(extension in assetTypes)) return { refused: messages.styleFileType(shorten(bare)) };
    const bytes = await readFile(source.absolute);
    if (extension === '.woff2') {
      if (readWoff2(bytes) === undefined) return { refused: messages.brokenFont(path.posix.basename(file)) };
    } else {
      const picture = await images.resolve(bare, siteStylesFile);
      if ('problem' in picture) return { refused: picture.problem };
    }
    return { asset: { fileName: assetName(file, bytes), absolute: source.absolute }, used: file };
  }
}

function writeUrl(url: string): string {
  return `url("${url.replaceAll('"', '%22')}")`;
}

function decodePath(written: string): string {
  try {
    return decodeURI(written).normalize('NFC');
  } catch {
    return written;
  }
}

function withUrls(text: string, placed: readonly PlacedUrl[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const url of placed) {
    if (url.written === undefined) continue;
    parts.push(text.slice(end, url.start), url.written);
    end = url.end;
  }
  return parts.join('') + text.slice(end);
}

const longestShown = 60;

function shorten(url: string): string {
  return url.length <= longestShown ? url : `${url.slice(0, longestShown)}…`;
}

function problemAtIndex(lines: readonly string[], index: number, message: string): Problem {
  let column = index;
  let line = 0;
  while (column > (lines[line]?.length ?? column)) column -= (lines[line++]?.length ?? 0) + 1;
  return problemAtLine(lines, line + 1, column + 1, message);
}

function problemAtLine(lines: readonly string[], line: number, column: number, message: string): Problem {
  const source = lines[line - 1] ?? '';
  return { file: siteStylesFile, line, column: Math.min(column, source.length + 1), source, message };
}
