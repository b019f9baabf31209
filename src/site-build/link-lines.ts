import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toPrintable } from '../lib/printable-text.ts';
import { locateFile } from '../library/located-files.ts';
import { type FileDirectories, publicFolder } from '../library/public-files.ts';
import { parseArticle } from '../schema/article.ts';
import { parseAuthor } from '../schema/author.ts';
import { breakingFile, parseBreaking } from '../schema/breaking.ts';
import type { Problem } from '../schema/problem.ts';
import { parseSite, siteFile } from '../schema/site.ts';
import { placeIn, pointTo } from '../schema/yaml/places.ts';
import type { Places } from '../schema/yaml/types.ts';
import type { PlacedLink } from './placed-links.ts';

/** Reads the lines of files with broken links, to point at the links and correct them. */
export interface LinkLines {
  /** Makes the problem of a link; `meant` is the URL to write instead, if it is known. */
  locate(link: PlacedLink, message: string, meant: string | undefined): Promise<Problem>;
}

interface ReadText {
  /** The name of the file as it is, which for an author may end in `.yml`. */
  file: string;
  lines: string[];
  places: Places;
}

export function openLinkLines(options: FileDirectories): LinkLines {
  const known = new Map<string, Promise<ReadText>>();
  const read = (file: string): Promise<ReadText> => {
    const reading = known.get(file) ?? readLines(file, options);
    known.set(file, reading);
    return reading;
  };
  return {
    async locate(link, message, meant) {
      const { file, lines, places } = await read(link.file);
      const at = placeOf(link, lines, places);
      const { source } = at;
      const suggestion = source === undefined || meant === undefined ? undefined : correct(source, link.url, meant);
      return { file, ...at, message, ...(suggestion !== undefined && { suggestion }) };
    },
  };
}

type At = Pick<Problem, 'line' | 'column' | 'source' | 'field'>;

function placeOf({ at, url }: PlacedLink, lines: readonly string[], places: Places): At {
  if (at === 'unknown')
    return pointAt(
      Math.max(
        0,
        lines.findIndex((line) => line.includes(url)),
      ),
      lines,
      url,
    );
  if ('key' in at) return { ...pointTo(placeIn(places, at.key)), field: at.key.replace(/\.\d+(?=\.|$)/g, '') };
  const source = lines[at.line - 1];
  if (source === undefined || source.trim() === '') return { line: at.line };
  return at.column === undefined ? pointAt(at.line - 1, lines, url) : { line: at.line, column: at.column, source };
}

function pointAt(index: number, lines: readonly string[], url: string): At {
  const source = lines[index] ?? '';
  const found = spellings(url)
    .map((spelling) => source.indexOf(spelling))
    .find((start) => start !== -1);
  return { line: index + 1, column: (found ?? 0) + 1, source };
}

/** Replaces a URL in a line, if the line has it once. */
function correct(line: string, url: string, meant: string): string | undefined {
  for (const spelling of spellings(url)) {
    const starts = startsOf(spelling, line);
    const [start] = starts;
    if (start !== undefined && starts.length === 1)
      return line.slice(0, start) + meant + line.slice(start + spelling.length);
  }
  return undefined;
}

/** Finds where a line has a URL as a whole, not as a part of a longer one. */
function startsOf(url: string, line: string): number[] {
  const starts: number[] = [];
  for (let start = line.indexOf(url); start !== -1; start = line.indexOf(url, start + url.length)) {
    const before = line[start - 1] ?? ' ';
    const after = line[start + url.length] ?? ' ';
    if (/[\s("'<:[{،,=]/.test(before) && /[\s)"'>،,}\]#|]/.test(after)) starts.push(start);
  }
  return starts;
}

/** Returns a URL as it may be written: percent-encoded, or with letters. */
function spellings(url: string): string[] {
  try {
    return [url, decodeURI(url), decodeURIComponent(url)];
  } catch {
    return [url];
  }
}

async function readLines(file: string, directories: FileDirectories): Promise<ReadText> {
  const text = await readText(file, directories);
  if (text === undefined && file.endsWith('.yaml')) return readLines(file.replace(/yaml$/, 'yml'), directories);
  const printable = toPrintable(text ?? '');
  return { file, lines: printable.split(/\r\n|\n|\r/), places: placesIn(file, printable) };
}

async function readText(file: string, directories: FileDirectories): Promise<string | undefined> {
  const isPublic = file.startsWith(`${publicFolder}/`);
  const absolute = isPublic
    ? locateFile(file.slice(publicFolder.length), '', directories)
    : path.join(directories.contentDirectory, file);
  return absolute && readFile(absolute, 'utf8').catch(() => undefined);
}

/** The time zone matters only for dates, which no link is. */
function placesIn(file: string, text: string): Places {
  if (file === siteFile) return parseSite(text).places;
  if (file === breakingFile) return parseBreaking(text, 'UTC').places;
  if (file.startsWith('authors/')) return parseAuthor(file, '', text).places;
  return file.startsWith('articles/') ? parseArticle(file, text, 'UTC').places : {};
}
