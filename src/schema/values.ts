import { z } from 'zod';
import { toLatinDigits } from '../lib/arabic/digits.ts';
import { leadingSigns, stripEmbeddings } from '../lib/arabic/direction-marks.ts';
import { findUrlFault, linkSchemes, webSchemes } from '../lib/link-schemes.ts';
import { isRemoteImage, mediaAddress, secureAddress } from '../lib/media-addresses.ts';
import { collapseSpace } from '../lib/plain-text.ts';
import { toPrintable } from '../lib/printable-text.ts';
import { readDate, type WrittenDate } from './dates.ts';
import { messages } from './messages.ts';
import { bareValue } from './yaml/clean-text.ts';

/** Why a value is invalid: `tell` makes the message for a key; `meant` is what was probably meant. */
export interface Fault {
  tell: (key: string) => string;
  meant?: string;
  /** Index in the value at which the fault begins; 0 if left out. */
  at?: number;
}

/** Makes the schema of a value that is one string in the file; `read` returns what the string means, or a fault. */
export function scalar<Read>(read: (text: string) => Read): z.ZodType<Exclude<Read, Fault>, string> {
  const schema = z.string().transform((text, context) => {
    const value = read(text);
    if (!isFault(value)) return value;
    context.issues.push({ code: 'custom', input: text, params: value });
    return z.NEVER;
  });
  return schema as unknown as z.ZodType<Exclude<Read, Fault>, string>;
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'tell' in value;
}

const bidiOverrides = /[\u202d\u202e]/g;

/**
 * Whitespace and zero-width characters at the ends of a string, except U+200D, which gives the letter beside it its
 * form, and U+200E before a sign, which keeps the sign on the left of its number.
 */
const edge = '[\\s\\u00ad\\u061c\\u200b\\u200e\\u200f\\u2060]';
const edges = new RegExp(`^(?:(?!\\u200e${leadingSigns})${edge})+|(?<!${edge})${edge}+$`, 'g');

/** Reads a string that readers see, on one line; it may be empty. */
export function readText(written: string): string | Fault {
  const text = toPrintable(written);
  const line = collapseSpace(stripEmbeddings(text.replace(bidiOverrides, '')).replace(edges, ''));
  const at = text.search(bidiOverrides);
  return at === -1 ? line : { tell: messages.bidiOverride, meant: line, at };
}

/** Reads a string that readers see, on one line, with a letter or a digit. */
export function readShownText(written: string): string | Fault {
  const line = readText(written);
  if (isFault(line) || /[\p{L}\p{N}]/u.test(line)) return line;
  return { tell: messages.noLetters };
}

/** A string that readers see, on one line. */
export const text = scalar(readShownText).meta({ shown: true });

/** Like `text`, but it may be without letters and digits, as an `alt` may be. */
export const optionalText = scalar(readText).meta({ shown: true });

/** The id of an author or a section, as its file is named. */
export const reference = scalar(bareValue);

export function readMoment(written: string): WrittenDate | Fault {
  const read = readDate(written);
  if (!('message' in read)) return read;
  const { message, ...meant } = read;
  return { tell: () => message, ...meant };
}

export const date = scalar(readMoment);

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  نعم: true,
  false: false,
  no: false,
  لا: false,
};

export function readBoolean(written: string): boolean | Fault {
  const bare = bareValue(written);
  return truths[bare.toLowerCase()] ?? { tell: (key) => messages.notABoolean(bare, key) };
}

export const boolean = scalar(readBoolean).meta({ yamlType: 'boolean' });

function readInteger(written: string): number | Fault {
  const bare = bareValue(written);
  const digits = toLatinDigits(bare);
  return /^-?\d{1,9}$/.test(digits) ? Number(digits) : { tell: (key) => messages.notAnInteger(bare, key) };
}

export const integer = scalar(readInteger).meta({ yamlType: 'integer' });

export function readPositiveInteger(written: string): number | Fault {
  const number = readInteger(written);
  if (isFault(number) || number > 0) return number;
  return { tell: (key) => messages.notPositive(bareValue(written), key) };
}

/** An integer that is not negative. */
export const naturalNumber = scalar((written): number | Fault => {
  const number = readInteger(written);
  if (isFault(number) || number >= 0) return number;
  return { tell: (key) => messages.notNatural(bareValue(written), key) };
}).meta({ yamlType: 'integer' });

export const positiveInteger = scalar(readPositiveInteger).meta({ yamlType: 'integer' });

/** Makes the schema of a value that is one of a few words. */
export function oneOf<const Option extends string>(options: readonly Option[]): z.ZodType<Option, string> {
  return z.preprocess(
    (value) => (typeof value === 'string' ? bareValue(value) : value),
    z.enum(options),
  ) as unknown as z.ZodType<Option, string>;
}

/** `https://example.com/x`, in its canonical spelling. */
export const url = scalar((written): string | Fault => {
  const bare = bareValue(written);
  return readUrl(bare) ?? { tell: (key) => messages.notAnUrl(bare, key), ...meantUrl(bare) };
});

/** The endings of files and pages, which a name without a slash has more often than a domain. */
const fileEnding = /\.(?:avif|gif|html?|jpe?g|mdx?|pdf|png|svg|tiff?|webp|txt|xml)$/i;

/** Guesses the path in the site that was meant: `about/`, `public/logo.png`. */
function meantPath(written: string): { meant?: string } {
  const path = written.replace(/^(?:\.{0,2}\/)*(?:(?:content\/)?public\/)?/, '');
  const isPath = /^[\p{L}\p{N}_-][^\s:?#\\]*$/u.test(path) && (fileEnding.test(path) || /^[^.]*\/$/.test(path));
  return isPath ? { meant: `/${path}` } : {};
}

/** A link of a menu: a path in the site, or a URL with one of `linkSchemes`. */
export const link = scalar((written): string | Fault => {
  const bare = bareValue(written);
  const isPath = /^\/(?![/\\])/.test(bare);
  if (isPath || /^mailto:[^\s@]+@[^\s@]+$/.test(bare) || isCallOrPlace.test(bare)) return bare;
  const tell = (key: string): string => messages.notALink(bare, key);
  return readUrl(bare) ?? { tell, ...meantUrl(bare, linkSchemes), ...meantPath(bare) };
});

const isCallOrPlace = /^(?:(?:tel|sms):\+?[\d().-]+|geo:-?[\d.]+,-?[\d.]+)(?:[;?]\S*)?$/;

export const email = scalar((written): string | Fault => {
  const bare = bareValue(written);
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(bare) ? bare : { tell: () => messages.notAnEmail(bare) };
});

export function readUrl(written: string): string | undefined {
  const isComplete = /^https?:\/\/[^\s/]/i.test(written) && findUrlFault(written, webSchemes) === undefined;
  return isComplete && URL.canParse(written) ? new URL(written).href : undefined;
}

/** Guesses the URL that was meant, by its beginning. */
export function meantUrl(written: string, accepted: readonly string[] = webSchemes): { meant?: string } {
  const meant = findUrlFault(written, accepted)?.meant;
  if (meant !== undefined && (readUrl(meant) !== undefined || !/^https?:/.test(meant))) return { meant };
  return /^(?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(written) && !fileEnding.test(written.replace(/\/.*/s, ''))
    ? { meant: `https://${written.replace(/^\/\//, '')}` }
    : {};
}

/** An image: a path relative to the file that names it, or to `public/` with a leading `/`, or an encrypted address. */
export const imagePath = scalar((written): string | Fault => {
  const bare = bareValue(written);
  const address = mediaAddress(bare);
  if (address !== undefined) return address;
  const meant = isRemoteImage(bare) ? secureAddress(bare) : undefined;
  if (meant !== undefined) return { tell: () => messages.imageNotSecure(bare), meant };
  if (/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(bare)) return { tell: messages.imageIsRemote };
  return bare.includes('\\') ? { tell: messages.backslash, meant: bare.replaceAll('\\', '/') } : bare;
});

/** Separates items that an author wrote in one string. */
export const comma = /[،,]/;
/** Separates paths, which may contain commas. */
export const commaAndSpace = /[،,]\s+/;

/** Makes the schema of a non-empty list. It may be written as one string: a single item, or several with separators. */
export function listOf<Item extends z.ZodType>(item: Item, separator?: RegExp): z.ZodType<z.output<Item>[]> {
  return z.preprocess(split(separator), z.array(item).min(1)) as unknown as z.ZodType<z.output<Item>[]>;
}

/** Makes the same schema as `listOf`, except that the list may be empty. */
export function anyListOf<Item extends z.ZodType>(item: Item, separator?: RegExp): z.ZodType<z.output<Item>[]> {
  return z.preprocess(split(separator), z.array(item)) as unknown as z.ZodType<z.output<Item>[]>;
}

function split(separator: RegExp | undefined): (value: unknown) => unknown {
  const partsOf = (value: unknown): unknown[] =>
    typeof value === 'string' && separator !== undefined
      ? value.split(separator).filter((part) => bareValue(part) !== '')
      : [value];
  return (value) => {
    if (value === undefined) return value;
    return Array.isArray(value) ? value.flatMap(partsOf) : partsOf(value);
  };
}

/**
 * Makes the schema of an object that the author may shorten to its main value: a string is read as `{ [key]: string }`.
 */
export function shorthand<Schema extends z.ZodType>(key: string, schema: Schema): z.ZodType<z.output<Schema>> {
  return z.preprocess(
    (value) => (typeof value === 'string' ? { [key]: value } : value),
    schema,
  ) as unknown as z.ZodType<z.output<Schema>>;
}
