import path from 'node:path';
import { messages } from '../../schema/messages.ts';
import { findNearest } from '../../schema/nearest.ts';
import type { ContentFile } from '../content/content-files.ts';

export const themeFolder = 'theme/';
export const fontFolder = 'theme/fonts/';

const knownFiles = ['theme/logo.svg', 'theme/icon.svg', 'theme/site.css', 'theme/slots.yaml'];
/** The folders of a theme, and the ending of the files in each. Components may read other files beside them. */
const knownFolders: Readonly<Record<string, string>> = { fonts: '.woff2', slots: '.html', components: '.astro' };

/** Whether a content-relative file is where the settings look for fonts. */
export function isFont(file: string): boolean {
  return file.startsWith(fontFolder) && !file.slice(fontFolder.length).includes('/') && /\.woff2$/i.test(file);
}

/**
 * Writes a notice about each file of a theme that nothing reads: unknown ones, misnamed ones, and fonts that are not
 * used. `used` has the content-relative files that the settings and the style sheet name.
 */
export function noticesOfTheme(files: readonly ContentFile[], used: readonly string[]): string[] {
  const isUsed = new Set(used);
  return [...new Set(files.flatMap(({ file }) => (isUsed.has(file) ? [] : (noticeOf(file) ?? []))))];
}

function noticeOf(file: string): string | undefined {
  if (knownFiles.includes(file)) return undefined;
  if (isFont(file)) return messages.unusedFont(file);
  const [folder = '', ...names] = file.slice(themeFolder.length).split('/');
  if (names.length === 0) {
    if (folder in knownFolders) return messages.themeFileForFolder(file);
    const meant = findNearest(
      path.posix.basename(file),
      knownFiles.map((known) => path.posix.basename(known)),
    );
    return meant === undefined
      ? messages.unknownThemeFile(file)
      : messages.misnamedThemeFile(file, themeFolder + meant);
  }
  if (knownFiles.includes(themeFolder + folder)) return messages.themeFolderForFile(themeFolder + folder);
  if (folder === 'components') return undefined;
  const ending = knownFolders[folder];
  if (ending === undefined) {
    const meant = findNearest(folder, Object.keys(knownFolders));
    return meant === undefined
      ? messages.unknownThemeFile(file)
      : messages.misnamedThemeFile(file, `${themeFolder}${meant}/${names.join('/')}`);
  }
  if (folder === 'fonts' && !file.toLowerCase().endsWith(ending))
    return isLicence(file) ? undefined : messages.fontFormat(file);
  if (names.length > 1) return messages.ignoredFolder(file);
  return file.endsWith(ending) ? undefined : messages.ignoredFile(file, [ending]);
}

/** Licences oblige a newsroom to keep their text beside a font. */
function isLicence(file: string): boolean {
  return /\.(?:txt|md)$/i.test(file);
}
