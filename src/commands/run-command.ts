import { writeSync } from 'node:fs';
import { commandStrings } from '../strings/commands.ts';
import { describeSystemFault } from '../strings/system-faults.ts';

const { failures } = commandStrings;

/** Ends a command with a message that is complete in itself. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/**
 * Runs a command so that it never ends without a report. An error is reported in a sentence, with exit code 1, and so is an exit
 * while `work` has not settled. With `WARRAQ_DEBUG`, the stack trace of an error follows its sentence.
 */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  let isSettled = false;
  process.once('exit', () => {
    if (isSettled) return;
    // Synchronous, because an `exit` listener cannot wait.
    writeSync(process.stderr.fd, `${failures.unfinished}\n`);
    process.exitCode = 1;
  });
  try {
    await work();
  } catch (error) {
    console.error(describeFailure(error, process.env.WARRAQ_DEBUG !== undefined));
    process.exitCode = 1;
  } finally {
    isSettled = true;
  }
}

/** Describes an error that ended a command, with its stack trace if that is asked for. */
export function describeFailure(error: unknown, withTrace = false): string {
  if (error instanceof CommandFailure || nameOf(error) === 'ContentError') return messageOf(error);
  const sentence = describeSystemFault(error) ?? describeOther(error);
  return withTrace && error instanceof Error ? `${sentence}\n${error.stack}` : sentence;
}

function describeOther(error: unknown): string {
  if (nameOf(error) === 'ProcessLost') return failures.lost;
  return failures.unknown(messageOf(error));
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
