import { readFileSync } from 'node:fs';
import path from 'node:path';
import { manifestFile, newsroomFile, type ParsedNewsroom, parseManifest, parseNewsroom } from '../schema/newsroom.ts';

/** The settings of a newsroom; `isTwice` if both of their places have some, of which those of `warraq.yaml` are read. */
interface ReadNewsroom extends ParsedNewsroom {
  isTwice: boolean;
}

/** Reads the settings of a newsroom from `warraq.yaml`, or from the key `warraq` of `package.json`. */
export function readNewsroomSettings(newsroomDirectory: string): ReadNewsroom {
  const read = (file: string) => readIfThere(path.join(newsroomDirectory, file));
  const text = read(newsroomFile);
  const inManifest = parseManifest(read(manifestFile) ?? '');
  const parsed = text === undefined ? inManifest : parseNewsroom(text);
  return { settings: {}, problems: [], ...parsed, isTwice: text !== undefined && inManifest !== undefined };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
