import { readFile } from 'node:fs/promises';
import type { DigitSystem } from '../../lib/arabic/digits.ts';
import { formatFileSize } from '../../lib/arabic/file-size.ts';
import type { Appearance, FontRole, NamedFont } from '../../schema/appearance.ts';
import { messages } from '../../schema/messages.ts';
import { findNearest } from '../../schema/nearest.ts';
import type { Problem } from '../../schema/problem.ts';
import { siteFile } from '../../schema/site.ts';
import { correctLine, findWord, placeIn, pointTo } from '../../schema/yaml/places.ts';
import type { Place, Places } from '../../schema/yaml/types.ts';
import type { ContentFile } from '../content/content-files.ts';
import type { FontFace } from './appearance-tokens.ts';
import { assetName } from './theme-assets.ts';
import { fontFolder, isFont } from './theme-files.ts';
import { readWoff2 } from './woff2.ts';

/** In bytes. A font with all of Arabic has less; more takes a phone a second or longer. */
const largeFont = 120_000;
const boldWeight = 600;

/** The fonts that the settings name. */
export interface OwnerFonts {
  faces: (FontFace & { absolute: string })[];
  /** Content-relative. */
  used: string[];
  problems: Problem[];
  notices: string[];
}

/** Reads the font files that the settings name, and reports those that are missing or no fonts for Arabic. */
export async function readOwnerFonts(
  fonts: Appearance['fonts'],
  places: Places,
  files: readonly ContentFile[],
  digits: DigitSystem,
): Promise<OwnerFonts> {
  const read: OwnerFonts = { faces: [], used: [], problems: [], notices: [] };
  for (const role of ['headlines', 'text'] as const) {
    const named = fonts[role] ?? writtenFonts(places, role);
    if (typeof named === 'string') continue;
    for (const font of named) await readFace(role, font);
    const ofText = read.faces.filter((face) => face.role === role);
    if (
      fonts.text !== undefined &&
      role === 'text' &&
      ofText.length > 0 &&
      ofText.every(({ weight }) => weight[1] < boldWeight)
    ) {
      read.notices.push(messages.textWithoutBold());
    }
  }
  return { ...read, notices: [...new Set(read.notices)], used: [...new Set(read.used)] };

  async function readFace(role: FontRole, { file, weight }: NamedFont): Promise<void> {
    const refuse = (message: string, meant?: string) => {
      const named = namesOf(places, role).flatMap((one) => findWord(one, file) ?? []);
      const place = named[0] ?? placeIn(places, `appearance.fonts.${role}`, file);
      const suggestion = meant === undefined ? undefined : correctLine(place, meant);
      read.problems.push({
        file: siteFile,
        ...pointTo(place),
        message,
        ...(suggestion !== undefined && { suggestion }),
      });
    };
    const found = files.find((one) => one.file === fontFolder + file);
    if (found === undefined) {
      const nearest = findNearest(file, fontNames(files));
      return nearest === undefined
        ? refuse(messages.missingFont(file))
        : refuse(messages.nearestFont(file, nearest), nearest);
    }
    read.used.push(found.file);
    const bytes = await readFile(found.absolute);
    const facts = readWoff2(bytes);
    if (facts === undefined) return refuse(messages.brokenFont(file));
    if (!facts.hasArabic) return refuse(messages.fontWithoutArabic(file));
    if (bytes.length > largeFont) read.notices.push(messages.largeFont(file, formatFileSize(bytes.length, digits)));
    const face = { role, fileName: assetName(file, bytes), weight: weight ?? facts.weight };
    read.faces.push({ ...face, absolute: found.absolute });
  }
}

/**
 * Finds the files of a role as `site.yaml` names them. Settings with a mistake are left out as a whole, and what else
 * is wrong with their fonts is told in the same run.
 */
function writtenFonts(places: Places, role: FontRole): NamedFont[] {
  return namesOf(places, role).flatMap(({ text, start, end }) => {
    const written = text.slice(start, end).replace(/^(["'])(.*)\1$/, '$2');
    const file = written.replace(/^(?:\.?\/)*(?:theme\/)?fonts\//, '');
    return /^[^/\\[\]{}]+\.woff2$/i.test(file) ? [{ file }] : [];
  });
}

/** Returns the places where the files of a role are named: one value, or those of a list. */
function namesOf(places: Places, role: FontRole): Place[] {
  const name = new RegExp(`^appearance\\.fonts\\.${role}(?:\\.\\d+)?(?:\\.file)?$`);
  return Object.entries(places).flatMap(([key, place]) => {
    const isWhole = ['0', 'file'].some((inner) => `${key}.${inner}` in places);
    return name.test(key) && !isWhole ? [place] : [];
  });
}

function fontNames(files: readonly ContentFile[]): string[] {
  return files
    .map(({ file }) => file)
    .filter(isFont)
    .map((file) => file.slice(fontFolder.length));
}
