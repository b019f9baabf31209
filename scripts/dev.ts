import { fileURLToPath } from 'node:url';
import { openContent } from '../src/commands/open-content.ts';
import { runCommand } from '../src/commands/run-command.ts';
import { handToAstro } from '../src/library/astro-handover.ts';
import { resolveEnvironment } from '../src/library/environment.ts';
import { refuseProjectPath } from '../src/site-build/project-path.ts';

runCommand(async () => {
  const project = new URL('..', import.meta.url);
  refuseProjectPath(fileURLToPath(project));
  const environment = { ...resolveEnvironment(project), includeUnpublished: true };
  await openContent(environment);
  handToAstro({ environment });
  const { dev } = await import('astro');
  await dev({ root: fileURLToPath(project) });
});
