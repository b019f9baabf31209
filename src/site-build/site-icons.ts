import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestText } from '../lib/digest.ts';
import { defaultPalettes } from '../lib/palette.ts';
import type { Environment } from '../library/environment.ts';
import { iconFile, iconFiles, iconVersion } from '../library/theme/icons.ts';
import type { Library } from '../library/types.ts';
import { composeManifest, manifestPath } from '../model/web-manifest.ts';
import type { Output } from './publish/output.ts';

/** Whether the site of a newsroom with an icon has a file at an output path because of it. */
export function isIconPath(path: string): boolean {
  return Object.hasOwn(iconFiles, path) || path === manifestPath.slice(1);
}

/** Plans the icons of the site and its manifest; none if the newsroom has no icon. */
export function planIcons({ icon, site }: Library, { contentDirectory }: Environment): Output[] {
  if (icon === undefined) return [];
  const { paper } = site.appearance?.palettes?.light ?? defaultPalettes.light;
  const manifest = composeManifest(site, paper);
  return [
    ...Object.entries(iconFiles).map(([name, make]) => ({
      path: name,
      key: digestText([name, iconVersion, icon.digest, paper].join('\n')),
      make: async () => make(await readFile(path.join(contentDirectory, iconFile)), paper),
    })),
    { path: manifestPath.slice(1), key: digestText(manifest), make: async () => Buffer.from(manifest) },
  ];
}
