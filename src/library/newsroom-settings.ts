import { readFileSync } from 'node:fs';
import path from 'node:path';
import { manifestFile, newsroomFile, type ParsedNewsroom, parseManifest, parseNewsroom } from '../schema/newsroom.ts';
import { parseBytes } from './content/entries.ts';
import { isSystemError } from './system-errors.ts';

/** The settings of a newsroom; `isTwice` if both of their places have some, of which those of `warraq.yaml` are read. */
interface ReadNewsroom extends ParsedNewsroom {
  isTwice: boolean;
}

/** Reads the settings of a newsroom from `warraq.yaml`, or from the key `warraq` of `package.json`. */
export function readNewsroomSettings(newsroomDirectory: string): ReadNewsroom {
  const read = (file: string) => readIfThere(path.join(newsroomDirectory, file));
  const bytes = read(newsroomFile);
  const inManifest = parseManifest(read(manifestFile)?.toString('utf8') ?? '');
  const parsed = bytes === undefined ? inManifest : parseBytes(newsroomFile, bytes, parseNewsroom);
  return { settings: {}, problems: [], ...parsed, isTwice: bytes !== undefined && inManifest !== undefined };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isSystemError(error)) throw error;
    return undefined;
  }
}
