import { agendaFormats, reportAgenda } from '../src/commands/agenda-report.ts';
import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { openContent } from '../src/commands/open-content.ts';
import { CommandFailure } from '../src/commands/run-command.ts';
import { findNearest } from '../src/schema/nearest.ts';
import { commandStrings } from '../src/strings/commands.ts';

runCommandLine('agenda', async ({ flags }) => {
  const written = flags.format ?? 'text';
  const format = agendaFormats.find((known) => known === written);
  if (format === undefined) {
    const meant = findNearest(written, agendaFormats);
    throw new CommandFailure(commandStrings.check.unknownFormat(written, agendaFormats, meant));
  }
  const { agenda, site, problems } = await openContent(readEnvironment(new URL('..', import.meta.url)));
  // On standard error, because a timer reads the moment from standard output.
  if (problems.length > 0) console.error(commandStrings.agenda.withProblems(problems.length));
  if (!flags.next) {
    console.log(reportAgenda(agenda, site, format));
    return;
  }
  const [next] = agenda;
  if (next !== undefined) console.log(next.at);
});
