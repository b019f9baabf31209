import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Command {
  program: string;
  arguments: string[];
  directory: string;
  environment?: Record<string, string>;
}

/** What a command cost, with every process that it started. */
export interface Cost {
  wallSeconds: number;
  /** User and system time. Undefined where the system has no `/proc`. */
  cpuSeconds?: number;
  /**
   * Resident memory in bytes at its highest: the processes' RSS added up, sampled ten times a second, or the high-water
   * mark of the largest process where that is more. Undefined where the system has no `/proc`.
   */
  peakMemory?: number;
}

/** A command that ended with anything but 0, with the end of what it printed. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** How much of what a command prints is kept for the one who reads why it failed. */
const printedLength = 4000;
const samplingMilliseconds = 100;
const ticksPerSecond = 100;
const kilobyte = 1024;

/** Runs a command to its end and measures it; one at a time, because the system counts all children together. */
export async function measureCommand(command: Command): Promise<Cost> {
  const cpuBefore = readChildTime();
  const started = performance.now();
  const child = spawn(command.program, command.arguments, {
    cwd: command.directory,
    env: { ...process.env, NO_COLOR: '1', ...command.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const memory = watchMemory(child.pid);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-printedLength);
    });
  }
  const ending = await new Promise<string | undefined>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code === 0 ? undefined : `exit ${code ?? signal}`));
  }).finally(() => memory.stop());
  const wallSeconds = (performance.now() - started) / 1000;
  if (ending !== undefined) {
    const line = [command.program, ...command.arguments].join(' ');
    throw new CommandError(`${line}\nin ${command.directory}: ${ending}\n${printed.trim()}`);
  }
  const cpuAfter = readChildTime();
  return {
    wallSeconds,
    ...(cpuBefore !== undefined && cpuAfter !== undefined && { cpuSeconds: cpuAfter - cpuBefore }),
    ...(memory.peak() > 0 && { peakMemory: memory.peak() }),
  };
}

/**
 * Seconds of all children that have ended, with theirs that they waited for: `cutime` and `cstime`. The kernel gives them to
 * programs in ticks of 1/100 s on every architecture that Node runs on.
 * See proc_pid_stat(5).
 */
function readChildTime(): number | undefined {
  const fields = readStat('self');
  if (fields === undefined) return undefined;
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

function watchMemory(root: number | undefined): { stop(): void; peak(): number } {
  let peak = 0;
  const sample = (): void => {
    if (root === undefined) return;
    let sum = 0;
    for (const id of listTree(root)) {
      const { resident, highest } = readMemory(id);
      sum += resident;
      peak = Math.max(peak, highest);
    }
    peak = Math.max(peak, sum);
  };
  const timer = setInterval(sample, samplingMilliseconds);
  return { stop: () => clearInterval(timer), peak: () => peak };
}

/** A process and all that descend from it. */
function listTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readDirectory('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(readStat(name)?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const id of tree) tree.push(...(children.get(id) ?? []));
  return tree;
}

/** The fields of `/proc/<id>/stat` from the third on: the second, a name in brackets, may hold spaces. */
function readStat(id: string): string[] | undefined {
  const stat = readProc(`/proc/${id}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readMemory(id: number): { resident: number; highest: number } {
  const status = readProc(`/proc/${id}/status`) ?? '';
  const read = (key: string): number =>
    Number(new RegExp(`^${key}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * kilobyte;
  return { resident: read('VmRSS'), highest: read('VmHWM') };
}

/** A process may be gone before it is read. */
function readProc(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function readDirectory(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
