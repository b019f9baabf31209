import { fileTypeOf } from '../lib/file-types.ts';
import type { Article } from '../library/types.ts';
import type { Site } from '../schema/site.ts';
import { absoluteUrl, hrefOf } from './urls.ts';

/** An article read aloud, as its page and feeds show it. */
export interface ShownRecording {
  /** As pages write it. */
  href: string;
  /** Absolute. */
  url: string;
  mediaType: string;
  /** The size of the file; undefined if it is not on the site. */
  bytes?: number;
  /** In seconds. */
  duration?: number;
  /** The name of who reads it. */
  reader?: string;
}

export function placeRecording(
  { audio, recording }: Pick<Article, 'audio' | 'recording'>,
  site: Pick<Site, 'url'>,
): ShownRecording | undefined {
  const mediaType = recording && fileTypeOf(new URL(recording.url, site.url).pathname)?.mediaType;
  if (recording === undefined || mediaType === undefined) return undefined;
  return {
    href: hrefOf(recording.url, site),
    url: absoluteUrl(recording.url, site),
    mediaType,
    ...(recording.bytes !== undefined && { bytes: recording.bytes }),
    ...(audio?.duration !== undefined && { duration: audio.duration }),
    ...(audio?.reader !== undefined && { reader: audio.reader }),
  };
}

/** Writes a length as ISO 8601 has it: 760 → `PT12M40S`. */
export function isoDuration(seconds: number): string {
  const parts = { H: Math.floor(seconds / 3600), M: Math.floor(seconds / 60) % 60, S: seconds % 60 };
  return `PT${Object.entries(parts)
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => count + unit)
    .join('')}`;
}
