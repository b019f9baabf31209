import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mediaAddress, secureAddress } from '../../lib/media-addresses.ts';
import type { FileProblem, Picture } from '../../markdown/types.ts';
import { type MediaEntry, type MediaLock, mediaLockFile, parseMediaLock } from '../../schema/media-lock.ts';
import { messages } from '../../schema/messages.ts';
import { measureFile } from '../file-stamps.ts';

type FindRemoteImage = (src: string) => Picture | FileProblem;

/**
 * Creates a function that finds images of other sites in the lock of a content directory, which is read again when its
 * stamp changes. A newsroom without a lock never asked for measures: its bodies may show images as they are written.
 */
export function createRemoteFinder(contentDirectory: string): FindRemoteImage {
  const file = path.join(contentDirectory, mediaLockFile);
  let read: { stamp: string; lock: MediaLock } | undefined;
  const readLock = (): MediaLock | undefined => {
    const stamp = measureFile(file)?.stamp;
    if (stamp === undefined) return undefined;
    if (read?.stamp !== stamp) read = { stamp, lock: parseMediaLock(readFileSync(file, 'utf8')).lock };
    return read.lock;
  };
  return (src) => {
    const lock = readLock();
    const address = mediaAddress(src);
    const entry = address === undefined ? undefined : lock?.get(address);
    if (address !== undefined && entry !== undefined) return remotePicture(address, entry);
    return { ...explainMissing(src, address), ...(lock === undefined && { isPassed: true }) };
  };
}

function explainMissing(src: string, address: string | undefined): FileProblem {
  if (address !== undefined) return { problem: messages.imageNotMeasured(src), address };
  const nearest = secureAddress(src);
  return nearest === undefined
    ? { problem: messages.imageIsRemote() }
    : { problem: messages.imageNotSecure(src), nearest };
}

/** What every chat shows with a link: docs/decisions/0027-share-cards.md has the size. */
const mostSocialBytes = 300_000;
const socialTypes: readonly string[] = ['image/jpeg', 'image/png'];

/**
 * Returns the picture of an image of another site. It has one size, that of its file; a service for images puts
 * addresses of other sizes into `sources` and `social`.
 */
export function remotePicture(address: string, { width, height, type, bytes, color }: MediaEntry): Picture {
  const isSocial = socialTypes.includes(type) && bytes !== undefined && bytes <= mostSocialBytes;
  return {
    src: address,
    width,
    height,
    sources: [],
    ...(isSocial && { social: address }),
    source: address,
    type,
    ...(bytes !== undefined && { bytes }),
    ...(color !== undefined && { color }),
  };
}
