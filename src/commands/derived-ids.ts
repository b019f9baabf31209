import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../library/atomic-file.ts';
import { writeId } from '../library/content/write-id.ts';
import type { Environment } from '../library/environment.ts';
import type { Choice } from './chosen-files.ts';
import { openContent } from './open-content.ts';

/**
 * Writes the derived ids into the files of articles without a written id, so that these articles keep their ids when
 * the files are renamed. Files with errors are not changed. Calls `onWritten` for each file that was written.
 */
export async function writeDerivedIds(
  environment: Environment,
  onWritten: (file: string) => void,
  isChosen: Choice = () => true,
): Promise<void> {
  const { derivedIds, problems } = await openContent(environment);
  const faulty = new Set(problems.map(({ file }) => file));
  for (const { file, id } of derivedIds.filter((derived) => !faulty.has(derived.file) && isChosen(derived.file))) {
    const absolute = path.join(environment.contentDirectory, file);
    const text = writeId(await readFile(absolute), id);
    if (text === undefined) continue;
    await writeWhole(absolute, text);
    onWritten(file);
  }
}
