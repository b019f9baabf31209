import { splitUrl } from '../../lib/file-types.ts';
import type { BodyFile, FileProblem, PublishedFile } from '../../markdown/types.ts';
import type { ArticleMatter } from '../../schema/article.ts';
import { messages } from '../../schema/messages.ts';
import { atPlace } from '../../schema/placed-problem.ts';
import type { Problem } from '../../schema/problem.ts';
import { isRemote, type Recording } from '../../schema/recording.ts';
import { placeIn } from '../../schema/yaml/places.ts';
import type { Places } from '../../schema/yaml/types.ts';
import type { FileStore } from '../files/files.ts';
import { nearestName } from '../located-files.ts';
import type { FileDirectories } from '../public-files.ts';

/** The recording of an article, where readers find it. */
export interface PublishedRecording {
  /** A path of the site, or an `https:` URL. */
  url: string;
  /** Its size; undefined if it is not on the site. */
  bytes?: number;
}

interface NamedRecording {
  /** The content-relative file of the article. */
  file: string;
  audio: Recording | undefined;
  places: Places;
}

/** Finds the file of an article read aloud, and what is wrong with it. There is no file of a recording elsewhere. */
export async function readRecording(
  { file, audio, places }: NamedRecording,
  files: Pick<FileStore, 'resolve'>,
  directories: FileDirectories,
): Promise<{ file?: BodyFile; problems: Problem[] }> {
  if (audio === undefined || isRemote(audio.file)) return { problems: [] };
  const key = 'audio.file';
  const found = (await files.resolve(audio.file, file)) ?? explainMissing(audio.file, file, directories);
  if (!('problem' in found)) return { file: { ...found, line: placeIn(places, key).line }, problems: [] };
  return { problems: [atPlace(file, places, key, found.problem, audio.file, found.nearest)] };
}

/** Says what is wrong with a path of the site without a file, which a link may lead to but not a recording. */
function explainMissing(src: string, from: string, directories: FileDirectories): FileProblem {
  const nearest = nearestName(src, from, directories, () => true);
  if (nearest === undefined) return { problem: messages.missingPath(src) };
  return { problem: messages.nearestPath(src, nearest), nearest };
}

/** Adds a recording to the files of a body, unless the body has the same file. */
export function withRecording(files: BodyFile[], recording: BodyFile | undefined): BodyFile[] {
  if (recording === undefined || files.some(({ source }) => source === recording.source)) return files;
  return [...files, { ...recording, url: splitUrl(recording.url).path }];
}

/** Returns where readers find the recording of an article; undefined if it has none, or its file was not read. */
export function publishedRecording(
  { audio }: Pick<ArticleMatter, 'audio'>,
  file: PublishedFile | undefined,
): PublishedRecording | undefined {
  if (audio === undefined) return undefined;
  if (isRemote(audio.file)) return { url: audio.file };
  return file && { url: file.url, bytes: file.bytes };
}
