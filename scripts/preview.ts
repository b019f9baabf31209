import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { readEnvironment } from '../src/commands/command-environment.ts';
import { readPort, runCommandLine } from '../src/commands/command-line.ts';
import { requireFreePort } from '../src/commands/free-port.ts';
import { CommandFailure } from '../src/commands/run-command.ts';
import { handToAstro } from '../src/library/astro-handover.ts';
import { basePath, encodePath } from '../src/model/urls.ts';
import { redirectToFrontPage } from '../src/site-build/astro/base-redirect.ts';
import { readCompiledContent } from '../src/site-build/astro/read-compiled-content.ts';
import { commandStrings } from '../src/strings/commands.ts';

runCommandLine('preview', async ({ flags }) => {
  const server = readPort(flags.port);
  if (server.port !== undefined) await requireFreePort(server.port);
  const environment = readEnvironment(new URL('..', import.meta.url));
  const { outputDirectory } = environment;
  if (!existsSync(path.join(outputDirectory, 'index.html'))) {
    throw new CommandFailure(commandStrings.preview.nothing(outputDirectory));
  }
  const compiledContent = await readCompiledContent(environment);
  handToAstro({ environment, compiledContent });
  const { preview } = await import('astro');
  const base = basePath(compiledContent.settings);
  const inline = { root: environment.engineDirectory, server, ...(base !== '' && { base: encodePath(base) }) };
  // Astro's type leaves out the server, which every preview of static files has.
  const running = (await preview(inline)) as unknown as { server: Server };
  redirectToFrontPage(running.server, base);
});
