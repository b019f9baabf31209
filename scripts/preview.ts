import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { readEnvironment } from '../src/commands/command-environment.ts';
import { readPort, runCommandLine } from '../src/commands/command-line.ts';
import { requireFreePort } from '../src/commands/free-port.ts';
import { openContent, withSoundCache } from '../src/commands/open-content.ts';
import { CommandFailure } from '../src/commands/run-command.ts';
import { openCache } from '../src/library/cache/cache.ts';
import type { Environment } from '../src/library/environment.ts';
import { basePath, encodePath } from '../src/model/urls.ts';
import { redirectToFrontPage } from '../src/site-build/astro/base-redirect.ts';
import { answerWithOriginals } from '../src/site-build/astro/preview-images.ts';
import { openBuildMemory } from '../src/site-build/last-build.ts';
import { commandStrings } from '../src/strings/commands.ts';

runCommandLine('preview', async ({ flags }) => {
  const server = readPort(flags.port);
  if (server.port !== undefined) await requireFreePort(server.port);
  const environment = readEnvironment(new URL('..', import.meta.url));
  const { outputDirectory, cacheDirectory } = environment;
  if (!existsSync(path.join(outputDirectory, 'index.html'))) {
    throw new CommandFailure(commandStrings.preview.nothing(outputDirectory));
  }
  const { preview } = await import('astro');
  const url = await addressOfBuild(environment);
  const base = basePath({ url });
  const inline: AstroInlineConfig = {
    configFile: false,
    root: environment.engineDirectory,
    outDir: outputDirectory,
    trailingSlash: 'always',
    vite: { cacheDir: path.join(cacheDirectory, 'vite') },
    server,
    ...(base !== '' && { base: encodePath(base) }),
  };
  // Astro's type leaves out the server, which every preview of static files has.
  const running = (await preview(inline)) as unknown as { server: Server };
  answerWithOriginals(running.server, { url, outputDirectory });
  redirectToFrontPage(running.server, base);
});

/** Returns the address that the site was built for; if the build is not remembered, the one in the settings. */
async function addressOfBuild(environment: Environment): Promise<string> {
  const { cacheDirectory, outputDirectory } = environment;
  const readMemory = async () => openBuildMemory(openCache(cacheDirectory), outputDirectory).url;
  return (await withSoundCache(cacheDirectory, readMemory)) ?? (await openContent(environment)).site.url;
}
