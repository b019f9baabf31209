import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { messages } from '../../schema/messages.ts';
import { findNearest } from '../../schema/nearest.ts';
import { mostProblems, type Problem } from '../../schema/problem.ts';
import type { ContentFile } from '../content/content-files.ts';
import type { ImageStore } from '../images/images.ts';
import { parseStyles, type StyleUrl, scanStyles } from './style-source.ts';
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
  ];
  const problems = outside.length > 0 ? outside : await findFaults(text, lines, urls);
  const placed = await Promise.all(urls.map((url) => placeUrl(url, lines, files, images)));
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
  const known = new Set(urls.map(({ url }) => url));
  const faultByLine = new Map(parsed.faults.map((fault) => [fault.line, fault]));
  return [
    ...[...faultByLine.values()].map(({ line, column }) => problemAtLine(lines, line, column, messages.styleSyntax())),
    ...parsed.urls
      .filter(({ url }) => !known.has(url))
      .map(({ url, line }) => problemAtLine(lines, line, 1, messages.styleUrlForm(shorten(url)))),
  ];
}

/** A URL with what is published for it. */
interface PlacedUrl extends StyleUrl {
  /** Replaces `url(…)`. */
  written?: string;
  asset?: ThemeAsset;
  used?: string;
  problem?: Problem;
}

async function placeUrl(
  found: StyleUrl,
  lines: readonly string[],
  files: readonly ContentFile[],
  images: Pick<ImageStore, 'resolve'>,
): Promise<PlacedUrl> {
  const { url, start } = found;
  const refuse = (message: string): PlacedUrl => ({ ...found, problem: problemAtIndex(lines, start, message) });
  if (url === '' || url.startsWith('#')) return found;
  if (/^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(url)) return refuse(messages.styleForeign(shorten(url)));
  // The sheet lies in a folder of the site's root, so that this leads to the root below any base path.
  if (url.startsWith('/')) return { ...found, written: `url("..${url}")` };
  const [, bare = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const file = path.posix.join(themeFolder, decodePath(bare));
  const source = files.find((one) => one.file === file);
  if (source === undefined) {
    const nearest = findNearest(
      bare,
      files.map((one) => one.file.slice(themeFolder.length)),
    );
    return refuse(
      nearest === undefined ? messages.styleMissing(shorten(url)) : messages.styleNearest(shorten(url), nearest),
    );
  }
  const extension = path.posix.extname(file).toLowerCase();
  if (!(extension in assetTypes)) return refuse(messages.styleFileType(shorten(url)));
  const bytes = await readFile(source.absolute);
  if (extension === '.woff2') {
    if (readWoff2(bytes) === undefined) return refuse(messages.brokenFont(path.posix.basename(file)));
  } else {
    const picture = await images.resolve(bare, siteStylesFile);
    if ('problem' in picture) return refuse(picture.problem);
  }
  const fileName = assetName(file, bytes);
  return {
    ...found,
    written: `url("${fileName}${rest.replaceAll('"', '%22')}")`,
    asset: { fileName, absolute: source.absolute },
    used: file,
  };
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
