import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImageService, ImageServiceName } from '../../lib/image-services.ts';
import { mediaAddress, secureAddress } from '../../lib/media-addresses.ts';
import { mostSocialImageBytes } from '../../lib/picture-sizes.ts';
import type { FileProblem, Picture } from '../../markdown/types.ts';
import type { ImageSettings } from '../../schema/images.ts';
import { type MediaEntry, type MediaLock, mediaLockFile, parseMediaLock } from '../../schema/media-lock.ts';
import { messages } from '../../schema/messages.ts';
import { measureFile } from '../file-stamps.ts';
import { servedPicture } from './service-pictures.ts';

type FindRemoteImage = (src: string) => Picture | FileProblem;

/**
 * Creates a function that finds images of other sites in the lock of a content directory, which is read again when its
 * stamp changes. A newsroom without a lock never asked for measures: its bodies may show images as they are written.
 */
export function createRemoteFinder(
  contentDirectory: string,
  settings: ImageSettings,
  service?: ImageService,
): FindRemoteImage {
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
    if (address !== undefined && entry !== undefined) return remotePicture(address, entry, settings, service);
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

/** The types that every chat shows with a link. */
const socialTypes: readonly string[] = ['image/jpeg', 'image/png'];

/** The services that make sizes of images of other sites without settings that only the operator can write. */
const servesRemote: readonly ImageServiceName[] = ['vercel', 'imgproxy'];

/**
 * Returns the picture of an image of another site. It has one size, that of its file, unless the service of the site
 * makes others. An animation stays one.
 */
function remotePicture(address: string, entry: MediaEntry, settings: ImageSettings, service?: ImageService): Picture {
  const { width, height, type, bytes, color } = entry;
  if (service && servesRemote.includes(service.name) && type !== 'image/gif') {
    const original = {
      url: address,
      width,
      height,
      mediaType: type,
      hasAlpha: type !== 'image/jpeg' && color === undefined,
    };
    const served = servedPicture(original, service, settings);
    return { ...served, source: address, ...(color !== undefined && { color }) };
  }
  const isSocial = socialTypes.includes(type) && bytes !== undefined && bytes <= mostSocialImageBytes;
  return {
    src: address,
    width,
    height,
    sources: [],
    ...(isSocial && { social: address, socialSize: { width, height } }),
    source: address,
    type,
    ...(bytes !== undefined && { bytes }),
    ...(color !== undefined && { color }),
  };
}
