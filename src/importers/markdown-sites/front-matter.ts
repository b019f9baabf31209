import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { Document, FrontMatter } from './project.ts';

/** A file whose front matter cannot be read, and why, in the words of the parser. */
export class UnreadableFrontMatter extends Error {
  override readonly name = 'UnreadableFrontMatter';
  readonly file: string;

  constructor(file: string, reason: string) {
    super(reason);
    this.file = file;
  }
}

/** Splits a text into its front matter, in YAML, TOML or JSON, and its body. Throws an `UnreadableFrontMatter`. */
export function readDocument(file: string, text: string): Document {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [, mark, written = ''] = /^(---|\+\+\+|;;;)[^\S\n]*\n([\s\S]*?)(?:^|\n)\1[^\S\n]*(?:\n|$)/.exec(source) ?? [];
  try {
    if (mark !== undefined) {
      const body = source
        .slice(source.indexOf(written, mark.length) + written.length)
        .replace(/^\n?[-+;]{3}[^\S\n]*\n?/, '');
      const matter =
        mark === '+++' ? parseToml(written) : mark === ';;;' ? JSON.parse(`{${written}}`) : parseYaml(written);
      return { file, matter: asRecord(matter), body };
    }
    const end = source.startsWith('{\n') ? source.search(/^\}\n/m) : -1;
    if (end < 0) return { file, matter: {}, body: source };
    return { file, matter: asRecord(JSON.parse(source.slice(0, end + 1))), body: source.slice(end + 2) };
  } catch (error) {
    throw new UnreadableFrontMatter(file, String((error as Error).message).split('\n')[0] ?? '');
  }
}

/** Reads a configuration in YAML, TOML or JSON, by the ending of its name. */
export function readConfiguration(file: string, text: string): FrontMatter {
  try {
    if (file.endsWith('.toml')) return asRecord(parseToml(text));
    return asRecord(file.endsWith('.json') ? JSON.parse(text) : parseYaml(text));
  } catch (error) {
    throw new UnreadableFrontMatter(file, String((error as Error).message).split('\n')[0] ?? '');
  }
}

export function asRecord(value: unknown): FrontMatter {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FrontMatter) : {};
}

/** Returns a text or a number as text; '' for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** Returns the texts of a list, or of one text that may hold several, parted as `separator` tells. */
export function textsOf(value: unknown, separator?: RegExp): string[] {
  const items = Array.isArray(value) ? value.flat() : separator ? textOf(value).split(separator) : [value];
  return items.map((item) => textOf(item) || textOf(asRecord(item).name)).filter((text) => text !== '');
}
