import path from 'node:path';
import { messages } from '../../schema/messages.ts';
import { findNearest } from '../../schema/nearest.ts';
import type { Problem } from '../../schema/problem.ts';
import { type ParsedSlot, parseSlot } from '../../schema/slot-html.ts';
import { parseSlots, type SlotName, type SlotSettings, slotFolder, slotNames, slotsFile } from '../../schema/slots.ts';
import type { ContentFile } from '../content/content-files.ts';
import { parseBytes } from '../content/entries.ts';
import { readListed } from './read-listed.ts';

/** A place of the pages that the newsroom fills with HTML of its own. */
export interface Slot extends Omit<ParsedSlot, 'problems'> {
  name: SlotName;
  settings: SlotSettings;
}

interface ReadSlots {
  /** Those without problems, in the order of `slotNames`. */
  slots: Slot[];
  problems: Problem[];
}

/** Reads the files of the slots and `slots.yaml`. `sections` has what `currentIds` makes. */
export async function readSlots(
  theme: readonly ContentFile[],
  siteUrl: string,
  sections: ReadonlyMap<string, string>,
): Promise<ReadSlots> {
  const files = theme.filter(({ file }) => path.posix.dirname(file) === slotFolder && file.endsWith('.html'));
  const named = files.map((file) => ({ ...file, name: path.posix.basename(file.file, '.html') }));
  const filled = slotNames.filter((name) => named.some((file) => file.name === name));
  const settingsFile = theme.find(({ file }) => file === slotsFile);
  const bytes = (settingsFile && (await readListed(settingsFile.absolute))) ?? Buffer.from('');
  const { settings, problems } = parseBytes(slotsFile, bytes, (text) => parseSlots(text, filled, sections));
  const isSettled = problems.length === 0;
  const slots: Slot[] = [];
  for (const name of filled) {
    const { absolute, file } = named.find((one) => one.name === name) as ContentFile;
    // Without what a faulty file declares, every origin would be told as undeclared.
    const origins = isSettled ? settings[name].origins : undefined;
    const written = await readListed(absolute);
    if (written === undefined) continue;
    const read = parseBytes(file, written, (text) => parseSlot(name, text, origins, siteUrl));
    problems.push(...read.problems);
    const { problems: own, ...parsed } = read;
    if (own.length === 0 && parsed.pieces.join('').trim() !== '')
      slots.push({ ...parsed, name, settings: settings[name] });
  }
  const unknown = named.filter(({ name }) => !filled.includes(name as SlotName));
  return { slots, problems: [...problems, ...unknown.map(({ file, name }) => describeUnknown(file, name))] };
}

function describeUnknown(file: string, name: string): Problem {
  const nearest = findNearest(name, slotNames);
  const message = nearest === undefined ? messages.unknownSlot(name, slotNames) : messages.nearestSlot(name, nearest);
  return { file, line: 1, message };
}
