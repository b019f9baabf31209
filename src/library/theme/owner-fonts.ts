import { readFile } from 'node:fs/promises';
import type { DigitSystem } from '../../lib/arabic/digits.ts';
import { formatFileSize } from '../../lib/arabic/file-size.ts';
import type { Appearance, FontRole, NamedFont } from '../../schema/appearance.ts';
import { messages } from '../../schema/messages.ts';
import { findNearest } from '../../schema/nearest.ts';
import type { Problem } from '../../schema/problem.ts';
import { siteFile } from '../../schema/site.ts';
import { correctLine, placeIn, pointTo } from '../../schema/yaml/places.ts';
import type { Places } from '../../schema/yaml/types.ts';
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
    const named = fonts[role];
    if (named === undefined || typeof named === 'string') continue;
    for (const font of named) await readFace(role, font);
    const ofText = read.faces.filter((face) => face.role === role);
    if (role === 'text' && ofText.length > 0 && ofText.every(({ weight }) => weight[1] < boldWeight)) {
      read.notices.push(messages.textWithoutBold());
    }
  }
  return { ...read, notices: [...new Set(read.notices)], used: [...new Set(read.used)] };

  async function readFace(role: FontRole, { file, weight }: NamedFont): Promise<void> {
    const place = placeIn(places, `appearance.fonts.${role}`, file);
    const refuse = (message: string, meant?: string) => {
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

function fontNames(files: readonly ContentFile[]): string[] {
  return files
    .map(({ file }) => file)
    .filter(isFont)
    .map((file) => file.slice(fontFolder.length));
}
