import { existsSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '../src/commands/command-environment.ts';
import { readPort, runCommandLine } from '../src/commands/command-line.ts';
import { requireFreePort } from '../src/commands/free-port.ts';
import { CommandFailure } from '../src/commands/run-command.ts';
import { handToAstro } from '../src/library/astro-handover.ts';
import { commandStrings } from '../src/strings/commands.ts';

runCommandLine('preview', async ({ flags }) => {
  const server = readPort(flags.port);
  if (server.port !== undefined) await requireFreePort(server.port);
  const environment = readEnvironment(new URL('..', import.meta.url));
  const { outputDirectory } = environment;
  if (!existsSync(path.join(outputDirectory, 'index.html'))) {
    throw new CommandFailure(commandStrings.preview.nothing(outputDirectory));
  }
  handToAstro({ environment });
  const { preview } = await import('astro');
  await preview({ root: environment.engineDirectory, server });
});
