import type { z } from 'zod';
import { excerpt } from '../lib/plain-text.ts';
import { toPrintable } from '../lib/printable-text.ts';
import { idMeant, isId } from './file-ids.ts';
import { messages } from './messages.ts';
import { type Fault, isFault, scalar } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';

/** A former URL, read as a decoded path in NFC with a leading `/`. */
export const oldAddress = scalar(readOldAddress);

/**
 * A former name of a section, an author or a standalone page: its former id, read without slashes, or any former URL,
 * read as `oldAddress` is. A URL below `folder` (`/c/`) is read as the id that it consists of.
 */
export function formerName(folder: string): z.ZodType<string, string> {
  return scalar((written): string | Fault => {
    const bare = bareValue(written);
    if (!bare.includes('/')) return readFormerId(bare);
    const address = readOldAddress(bare);
    if (isFault(address) || !address.startsWith(folder)) return address;
    const id = address.slice(folder.length).replace(/\/$/, '');
    return isId(id) ? id : address;
  });
}

function readFormerId(written: string): string | Fault {
  const id = written.normalize('NFC');
  if (isId(id)) return id;
  const meant = idMeant(id);
  return { tell: () => messages.notAFormerId(excerpt(id, longestShownPart)), ...(meant !== '' && { meant }) };
}

function readOldAddress(written: string): string | Fault {
  const bare = bareValue(written);
  const decoded = decodePath(bare);
  if (decoded !== undefined && /^\/[^/?#][^?#]*$/.test(decoded) && !/\/\.{1,2}(\/|$)|\/\//.test(decoded)) {
    const message = refuseFilePath(decoded, bare);
    return message === undefined ? decoded : { tell: () => message };
  }
  const local = decoded?.replace(/^https?:\/\/[^/]*/i, '') ?? '';
  const meant = local.replace(/^(?:\.?\/|\.$)?/, '/');
  const isSound = !leadsOutside.test(local) && meant !== decoded && !isFault(readOldAddress(meant));
  return { tell: () => messages.aliasNotAPath(bare), ...(isSound && { meant }) };
}

/** A path that has a domain or steps up: what was meant is anyone's guess. */
const leadsOutside = /^\/\/|(?:^|\/)\.\.(?:\/|$)|^[^/]+\.[^/]*\//;

const longestFileName = 255;
/** Well below the 4096 bytes that Linux allows, because the output directory comes before it. */
const longestPath = 2048;

/** Returns why no file can be published at a decoded path, which was `written` like this; undefined if one can. */
function refuseFilePath(path: string, written: string): string | undefined {
  const bytes = (text: string): number => new TextEncoder().encode(text).length;
  if (/[\t\n\r]/.test(path) || toPrintable(path) !== path)
    return messages.aliasUnprintable(excerpt(written, longestShownPart));
  const parts = path.split('/');
  const long = parts.find((part) => bytes(part) > longestFileName);
  if (long !== undefined) return messages.aliasTooLong(excerpt(long, longestShownPart));
  if (bytes(path) > longestPath) return messages.aliasPathTooLong(excerpt(path, longestShownPart));
  const hidden = parts.find((part) => part.startsWith('.'));
  return hidden === undefined ? undefined : messages.aliasHidden(excerpt(hidden, longestShownPart));
}

/** UTF-16 code units of a path that a message shows. */
const longestShownPart = 60;

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return undefined;
  }
}
