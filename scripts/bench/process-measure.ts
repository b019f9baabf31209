import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Command {
  program: string;
  arguments: string[];
  directory: string;
  environment?: Record<string, string>;
}

/** The cost of a command, including every process that it started. */
export interface Cost {
  wallSeconds: number;
  /** User and system time. Undefined on systems without `/proc`. */
  cpuSeconds?: number;
  /**
   * Peak resident memory in bytes: the highest sum of the processes' RSS, sampled ten times a second, or the high-water
   * mark of a single process if that is higher. Undefined on systems without `/proc`.
   */
  peakMemory?: number;
}

/** A command failed. The message has its exit code and the end of its output. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** How much of the output is kept for an error message, in characters. */
const keptOutput = 4000;
const samplingIntervalMs = 100;
const ticksPerSecond = 100;
const kilobyte = 1024;

/**
 * Runs a command and measures it. Only one can run at a time, because the kernel adds up the CPU time of all children.
 */
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
      printed = (printed + text).slice(-keptOutput);
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
 * Reads the CPU seconds of all children that have ended and of their own children: `cutime` and `cstime` of
 * proc_pid_stat(5). A tick is 1/100 s on every architecture that Node runs on.
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
  const timer = setInterval(sample, samplingIntervalMs);
  return { stop: () => clearInterval(timer), peak: () => peak };
}

/** Lists the ids of a process and of all its descendants. */
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

/**
 * Reads the fields of `/proc/<id>/stat` from the third on. The second is a name in brackets that may contain spaces.
 */
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

/** Reads a file of a process; undefined if the process has ended in the meantime. */
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
