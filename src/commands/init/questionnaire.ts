import { intro, isCancel, select, text } from '@clack/prompts';
import { commandStrings } from '../../strings/commands.ts';
import { CommandFailure } from '../run-command.ts';
import { completeAnswers, findFault, findFaults, proposeAnswer, questions, trimAnswers } from './answers.ts';
import type { Answers } from './settings-files.ts';

const words = commandStrings.init;

/** Takes the answers that were typed, and asks for the others if there is somebody to ask. Throws a `CommandFailure`. */
export async function completeTyped(flags: Partial<Answers>, isInteractive: boolean): Promise<Answers> {
  const machineTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const typed = trimAnswers(flags);
  if (!isInteractive) return answerAll(typed, machineTimeZone);
  refuse(findFaults(typed));
  return askAll(typed, machineTimeZone);
}

/** Completes the answers where there is nobody to ask, and tells everything that is wrong at once. */
function answerAll(typed: Partial<Answers>, timeZone: string): Answers {
  const { answers, missing } = completeAnswers(typed, timeZone);
  // Where nothing was proposed, something is missing, or need not be said.
  const known = Object.entries(answers).filter(([question, answer]) => question in typed || answer !== '');
  const faults = findFaults(Object.fromEntries(known));
  refuse(missing.length === 0 ? faults : [...faults, words.flagMissing(missing)]);
  return answers;
}

function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new CommandFailure(faults.join('\n'));
}

async function askAll(typed: Partial<Answers>, timeZone: string): Promise<Answers> {
  intro(words.intro);
  const answers: Partial<Answers> = { ...typed };
  for (const question of questions) answers[question] ??= (await ask(question, answers, timeZone)).trim();
  return answers as Answers;
}

async function ask(question: keyof Answers, known: Partial<Answers>, timeZone: string): Promise<string> {
  const message = words.questions[question];
  const proposed = proposeAnswer(question, known, timeZone);
  const choices = choicesOf(question);
  const answer =
    choices === undefined
      ? await text({
          message,
          ...(proposed !== '' && { initialValue: proposed }),
          ...(question in words.placeholders && { placeholder: words.placeholders[question as 'title'] }),
          validate: (written) => findFault(question, written ?? ''),
        })
      : // The instructions of the library are English.
        await select({ message, options: choices, initialValue: proposed, showInstructions: false });
  if (isCancel(answer)) throw new CommandFailure(words.cancelled);
  return answer;
}

/** Returns the answers to choose from; undefined for a question that is answered in words. */
function choicesOf(question: keyof Answers): { value: string; label: string }[] | undefined {
  const lists: Partial<Record<keyof Answers, Record<string, string>>> = {
    host: words.hosts,
    months: words.months,
    gender: words.genders,
  };
  const list = lists[question];
  // `none` of the sentences about an author is the answer that nothing is said.
  return (
    list &&
    Object.entries(list).map(([value, label]) => ({
      value: question === 'gender' && value === 'none' ? '' : value,
      label,
    }))
  );
}
