import { readEnvironment } from '../src/commands/command-environment.ts';
import { readPort, runCommandLine } from '../src/commands/command-line.ts';
import { requireFreePort } from '../src/commands/free-port.ts';
import { openContent } from '../src/commands/open-content.ts';
import { handToAstro } from '../src/library/astro-handover.ts';
import { astroOptions } from '../src/site-build/astro/astro-options.ts';
import { refuseProjectPath } from '../src/site-build/project-path.ts';

runCommandLine('dev', async ({ flags }) => {
  const server = readPort(flags.port);
  if (server.port !== undefined) await requireFreePort(server.port);
  const environment = {
    ...readEnvironment(new URL('..', import.meta.url)),
    includeUnpublished: true,
    isLocal: true,
    staysOpen: true as const,
  };
  refuseProjectPath(environment.engineDirectory);
  await openContent(environment);
  handToAstro({ environment });
  const { dev } = await import('astro');
  await dev({ ...(await astroOptions(environment)), server });
});
