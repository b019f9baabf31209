import { z } from 'zod';
import type { Problem } from './problem.ts';
import { validate } from './validate.ts';
import { scalar } from './values.ts';
import { stripInvisible } from './yaml/clean-text.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** The file beside the content that says where a newsroom keeps what. */
export const newsroomFile = 'warraq.yaml';
export const manifestFile = 'package.json';
const manifestKey = 'warraq';

/** Directories, absolute or relative to that of the newsroom. */
export interface NewsroomSettings {
  content?: string;
  output?: string;
  cache?: string;
}

export interface ParsedNewsroom {
  settings: NewsroomSettings;
  problems: Problem[];
}

const directory = scalar((written) => stripInvisible(written).trim());

export const newsroomSchema = z.strictObject({
  content: directory.optional(),
  output: directory.optional(),
  cache: directory.optional(),
});

const manifestSchema = z.object({ [manifestKey]: newsroomSchema });

/** Reads `warraq.yaml`. */
export function parseNewsroom(text: string): ParsedNewsroom {
  const isBare = text.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
  if (isBare) return { settings: {}, problems: [] };
  const { valid, problems } = validate(newsroomSchema, readYaml(text, newsroomFile, 1));
  return { settings: given(valid), problems };
}

/**
 * Reads the key `warraq` of a `package.json`; undefined if there is none. JSON is YAML, and is read as such for the lines
 * of its values.
 */
export function parseManifest(text: string): ParsedNewsroom | undefined {
  if (!hasSettings(text)) return undefined;
  const source = readYaml(text, manifestFile, 1);
  const { valid, problems } = validate(manifestSchema, { ...source, problems: [] });
  // Corrected lines would be YAML.
  const inJson = problems.map(({ suggestion: _, ...problem }) => problem);
  return { settings: given(valid[manifestKey] ?? {}), problems: inJson };
}

function hasSettings(manifest: string): boolean {
  try {
    const parsed: unknown = JSON.parse(manifest);
    return typeof parsed === 'object' && parsed !== null && Object.hasOwn(parsed, manifestKey);
  } catch {
    // npm says what is wrong with it.
    return false;
  }
}

function given(settings: { [Key in keyof NewsroomSettings]: string | undefined }): NewsroomSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
