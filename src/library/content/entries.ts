import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { digestText, digestValue } from '../../lib/digest.ts';
import type { EmbedProvider } from '../../lib/embeds/providers.ts';
import { countWords } from '../../lib/plain-text.ts';
import { toPrintable } from '../../lib/printable-text.ts';
import type { TimeSpan } from '../../lib/years.ts';
import type { BodyFile, BodyProblem, BodyReference, PublishedFile, RenderedBody } from '../../markdown/types.ts';
import { type ParsedArticle, parseArticle } from '../../schema/article.ts';
import { type ParsedLiveEntry, parseLiveEntry } from '../../schema/live.ts';
import { messages } from '../../schema/messages.ts';
import { type ParsedPage, parsePage } from '../../schema/page.ts';
import type { Problem } from '../../schema/problem.ts';
import { type Site, typesetterOf } from '../../schema/site.ts';
import type { Places } from '../../schema/yaml/types.ts';
import type { ImageDirectories } from '../images/images.ts';
import {
  type BodySettings,
  createMediaStores,
  digestOfText,
  formatOf,
  identifyMedia,
  type MediaIdentities,
  mediaOf,
  renderBodyOf,
} from './bodies.ts';
import type { ContentFile } from './content-files.ts';
import { readRecording, withRecording } from './recordings.ts';
import { blobName } from './tracked-files.ts';

/** The parsed front matter in an entry, by the kind of file. */
export interface ParsedFile {
  article: Omit<ParsedArticle, 'body' | 'places'>;
  page: Omit<ParsedPage, 'body' | 'places'>;
  live: Omit<ParsedLiveEntry, 'body' | 'places'>;
}

export type EntryKind = keyof ParsedFile;

/** A file's entry in the index on disk. The file is not read again as long as its stamp, images and files are the same. */
export interface IndexEntry<Kind extends EntryKind = EntryKind> {
  stamp: string;
  /** See `digestOfText`. */
  digest: string;
  /** See `blobName`. */
  blob: string;
  parsed: ParsedFile[Kind];
  /** See `Article.listDigest`. */
  listDigest: string;
  /** See `Article.bodyLength`; undefined if the file has no complete front matter. */
  bodyLength?: number;
  body?: {
    excerpt: string;
    wordCount: number;
    media: MediaIdentities;
    references: BodyReference[];
    files: BodyFile[];
    /** The file of the article read aloud. */
    recording?: PublishedFile;
    embeds: EmbedProvider[];
    problems: Problem[];
  };
}

/**
 * A rendered body in the cache. It is valid as long as the file's text (`digestOfText`) and its images and files
 * (`identifyMedia`) are the same.
 */
export interface KeptBody {
  digest: string;
  body: RenderedBody;
  media: MediaIdentities;
}

export interface ReadEntry<Kind extends EntryKind = EntryKind> {
  /** Its `body` is undefined if the file has no complete front matter, or if the article is outside the scope. */
  entry: IndexEntry<Kind>;
  places?: Places;
  /**
   * Undefined if the body was not rendered. Also undefined if it has problems: rendering it again at each read notices
   * when, say, a missing image is added.
   */
  body?: KeptBody;
}

export interface ReadingContext extends ImageDirectories {
  site: Site & Pick<BodySettings, 'components'>;
  /** Undefined if all articles are in scope. */
  scope?: ReadingScope;
}

/** The articles whose bodies are read. */
export interface ReadingScope extends TimeSpan {
  /** Content-relative files that are in scope whatever their date. */
  files: readonly string[];
}

/**
 * Whether the body of a file is read. Files without a date are always in scope, and so is MDX: it is compiled into the
 * renderer, which is the same on every machine that builds a shard.
 */
export function isInScope(file: string, date: string | undefined, scope: ReadingScope | undefined): boolean {
  if (scope === undefined || date === undefined || formatOf(file) === 'mdx') return true;
  return (date >= scope.from && date < scope.until) || scope.files.includes(file);
}

type Parsed = ParsedArticle | ParsedPage | ParsedLiveEntry;

/**
 * Creates the function that reads one file: its front matter, its rendered body, and everything that is wrong with
 * either.
 */
export function createReader(
  context: ReadingContext,
): <Kind extends EntryKind>(kind: Kind, source: ContentFile) => Promise<ReadEntry<Kind>> {
  const { site } = context;
  const stores = createMediaStores(context, site);
  const typeset = typesetterOf(site);
  const parsers = {
    article: (file: string, text: string) => parseArticle(file, text, site.timeZone, typeset),
    page: (file: string, text: string) => parsePage(file, text, site.timeZone, typeset),
    live: (file: string, text: string) => parseLiveEntry(file, text, site.timeZone, typeset),
  };
  return async (kind, { file, absolute, stamp }) => {
    const bytes = readFileSync(absolute);
    const text = bytes.toString('utf8');
    const { body, places, ...parsed } = parseBytes<Parsed>(file, bytes, (readable) => parsers[kind](file, readable));
    const digest = digestOfText(text, site);
    const entry = {
      stamp,
      digest,
      blob: blobName(bytes),
      parsed: parsed as ParsedFile[typeof kind],
      listDigest: digestValue(parsed.matter),
      ...(body !== undefined && { bodyLength: body.body.length }),
    };
    const date = 'date' in parsed.matter ? parsed.matter.date : undefined;
    if (body === undefined || !isInScope(file, date, context.scope)) return { entry, ...(places && { places }) };

    const rendered = await renderBodyOf(file, body, stores, site);
    const audio = 'audio' in parsed.matter ? parsed.matter.audio : undefined;
    const recording = await readRecording({ file, audio, places: places ?? {} }, stores.files, context);
    const files = withRecording(rendered.files, recording.file);
    const media = await identifyMedia(mediaOf({ ...rendered, files }), stores);
    const problems = [...recording.problems, ...problemsInFile(file, toPrintable(text), rendered.problems)];
    return {
      entry: {
        ...entry,
        listDigest: digestText(entry.listDigest + rendered.excerpt),
        body: {
          excerpt: rendered.excerpt,
          wordCount: countWords(rendered.text),
          media,
          references: rendered.references,
          files,
          ...(recording.file && { recording: recording.file }),
          embeds: rendered.embeds,
          problems,
        },
      },
      ...(places && { places }),
      ...(problems.length === 0 && { body: { digest, body: rendered, media } }),
    };
  };
}

/**
 * Decodes a file and parses its text without unprintable characters. If the bytes are not UTF-8, that is the only
 * problem reported.
 */
export function parseBytes<Parsed extends { problems: Problem[] }>(
  file: string,
  bytes: Buffer,
  parse: (text: string) => Parsed,
): Parsed {
  if (isUtf8(bytes)) return parse(toPrintable(bytes.toString('utf8')));
  return { ...parse(''), problems: [{ file, line: 1, message: messages.notUtf8() }] };
}

/** Completes the problems of a body with the file and, if they have a column, with the text of their line. */
function problemsInFile(file: string, text: string, problems: readonly BodyProblem[]): Problem[] {
  if (problems.length === 0) return [];
  const lines = text.split(/\r\n|\n|\r/);
  return problems.map((problem) => {
    const source = problem.column === undefined ? undefined : lines[problem.line - 1];
    return { file, ...problem, ...(source !== undefined && source.trim() !== '' && { source }) };
  });
}
