import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ageWarningScript } from '../lib/age-warning.ts';
import { digestText } from '../lib/digest.ts';
import { embedProviders, frameOrigin } from '../lib/embeds/providers.ts';
import { restorePreferencesScript } from '../lib/stored-preferences.ts';
import { ContentError } from '../library/content/content-error.ts';
import { type FileDirectories, listPublicFiles } from '../library/public-files.ts';
import type { Library } from '../library/types.ts';
import type { PageParts } from '../model/content-policy.ts';
import { hostFilePaths, hostFiles } from '../model/host-files.ts';
import { headerFilePath } from '../model/host-headers.ts';
import { findImageOrigins } from '../model/image-origins.ts';
import { partsOfSlots } from '../model/page-slots.ts';
import { findRedirects } from '../model/redirects.ts';
import { composeRobotsHeaders, composeSecurityHeaders } from '../model/security-headers.ts';
import { textsOf } from '../model/texts-by-file.ts';
import { basePath } from '../model/urls.ts';
import type { Problem } from '../schema/problem.ts';
import type { Site } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';
import type { Output } from './publish/output.ts';

/**
 * Plans the files with rules for the site's host, such as `_redirects`, including the rules that the owner keeps in
 * `public/`. Throws a `ContentError` if those cannot be parsed.
 */
export async function planHostFiles(library: Library, directories: FileDirectories): Promise<Output[]> {
  const { site } = library;
  const { name } = site.host;
  const imageOrigins = findImageOrigins(library);
  const headers =
    headerFilePath(name) === undefined
      ? []
      : [...composeSecurityHeaders(site, await readPageParts(library, imageOrigins)), ...composeRobotsHeaders(site)];
  const own = await readOwnFiles(site, directories);
  const problems = [...own].flatMap(([file, text]) => findBadJson(file, text) ?? []);
  if (problems.length > 0) throw new ContentError(problems);
  const hosting = { ...site, imageOrigins };
  return hostFiles(findRedirects(library), hosting, own, headers, basePath(site)).map((file) => ({
    path: file.path,
    key: digestText(file.content),
    make: async () => Buffer.from(file.content),
  }));
}

const layerOrder = new URL('../styles/layers.css', import.meta.url);

/** Lists the scripts that the engine writes into pages. */
function inlineScripts({ site: { ageWarning, digits } }: Library): string[] {
  return [restorePreferencesScript, ...(ageWarning === undefined ? [] : [ageWarningScript(ageWarning, digits)])];
}

async function readPageParts(library: Library, imageOrigins: string[] | undefined): Promise<PageParts> {
  const used = new Set(textsOf(library).flatMap(({ bodyEmbeds }) => bodyEmbeds));
  return {
    inline: { scripts: inlineScripts(library), style: await readFile(layerOrder, 'utf8') },
    slots: partsOfSlots(library),
    frames: embedProviders.filter((provider) => used.has(provider)).map(frameOrigin),
    hasManifest: library.icon !== undefined,
    imageOrigins,
  };
}

/** The parts of Vercel's settings to which rules are added. */
const vercelSettings = z.looseObject({
  redirects: z.array(z.unknown()).optional(),
  headers: z.array(z.looseObject({ headers: z.array(z.looseObject({ key: z.string() })) })).optional(),
});

/** Finds the files with rules for the host in `public/` that cannot be parsed. */
export async function findHostFileProblems(site: Site, directories: FileDirectories): Promise<Problem[]> {
  const own = await readOwnFiles(site, directories);
  return [...own].flatMap(([file, text]) => findBadJson(file, text) ?? []);
}

/** Reads the rules that the owner keeps in `public/`, by file. */
async function readOwnFiles({ host }: Site, directories: FileDirectories): Promise<Map<string, string>> {
  const wanted = new Set(hostFilePaths(host.name));
  const { files } = listPublicFiles(directories);
  const read = files
    .filter(({ path }) => wanted.has(path))
    .map(async ({ path, absolute }): Promise<[string, string]> => [path, await readFile(absolute, 'utf8')]);
  return new Map(await Promise.all(read));
}

function findBadJson(file: string, text: string): Problem | undefined {
  if (!file.endsWith('.json')) return undefined;
  try {
    if (vercelSettings.safeParse(JSON.parse(text)).success) return undefined;
    throw new SyntaxError();
  } catch (error) {
    const line = Number(/\(line (\d+) column \d+\)$/.exec((error as SyntaxError).message)?.[1] ?? 1);
    return { file: `public/${file}`, line, message: commandStrings.build.badHostFile(file) };
  }
}
