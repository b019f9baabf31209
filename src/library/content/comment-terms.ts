import { readFile } from 'node:fs/promises';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import { siteFile } from '../../schema/site.ts';
import { placeIn, pointTo } from '../../schema/yaml/places.ts';
import type { CommentTerms } from '../types.ts';
import { digestOfText, digestWithMedia, identifyMedia, type MediaStores, mediaOf, renderBodyOf } from './bodies.ts';
import type { ContentFile } from './content-files.ts';
import type { EntryTables } from './entry-tables.ts';
import type { Settings } from './settings.ts';

interface ReadTerms {
  commentTerms: CommentTerms;
  problems: Problem[];
}

/** Renders the terms of commenting and stores their body in the cache, because every article page shows them. */
export async function readTerms(
  source: ContentFile | undefined,
  { site, places }: Settings,
  stores: MediaStores,
  { bodies }: EntryTables<'article'>,
): Promise<ReadTerms | undefined> {
  if (!source) return undefined;
  const { file } = source;
  const text = await readFile(source.absolute, 'utf8');
  const body = await renderBodyOf(file, { body: text, bodyLine: 1 }, stores, site);
  const media = await identifyMedia(mediaOf(body), stores);
  const digest = digestWithMedia(digestOfText(text, site), media);
  bodies.set(file, { digest, body, media });
  const twice = { file: siteFile, ...pointTo(placeIn(places, 'comments.terms')), message: messages.termsTwice() };
  return {
    commentTerms: {
      file,
      format: 'md',
      digest,
      bodyImages: Object.keys(media.images),
      bodyFiles: body.files,
      bodyEmbeds: body.embeds,
      references: body.references,
    },
    problems: [
      ...body.problems.map((problem): Problem => ({ file, ...problem })),
      ...(places['comments.terms'] ? [twice] : []),
    ],
  };
}
