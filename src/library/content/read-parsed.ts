import { readFile } from 'node:fs/promises';
import type { Problem } from '../../schema/problem.ts';
import type { ContentFile } from './content-files.ts';
import { parseBytes } from './entries.ts';

/** Reads a file and parses its text, as `parseBytes` does. */
export async function readParsed<Parsed extends { problems: Problem[] }>(
  { file, absolute }: ContentFile,
  parse: (text: string) => Parsed,
): Promise<Parsed> {
  return parseBytes(file, await readFile(absolute), parse);
}
