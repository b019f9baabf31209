import { commandStrings } from '../strings/commands.ts';

/** Returns a line about a stage; `seconds` are what it will still take. */
type DescribeProgress = (stage: string, done: number, total: number, seconds: number) => string;

/** Shows the progress of long work. */
export interface Progress {
  /** Reports progress. `stage` is a whole Arabic phrase: «قراءة المقالات». */
  tell(stage: string, done: number, total: number, describe?: DescribeProgress): void;
  /** Clears the bar, so that other lines can be printed. */
  end(): void;
}

const barWidth = 24;
const redrawMs = 100;
/** How many lines a stage prints if the output is not a terminal. */
const linesPerStage = 4;
/** A stage shows no progress before this time has passed. */
const quietMs = 2000;

/** Draws a progress bar on a terminal; elsewhere, as in CI, prints four plain lines for each stage. */
export function showProgress(
  stream: NodeJS.WriteStream,
  now: () => number = performance.now.bind(performance),
): Progress {
  let stage = '';
  let begun = 0;
  let drawn = 0;
  let told = 0;

  const begin = (name: string) => {
    stage = name;
    begun = now();
    drawn = 0;
    told = 0;
  };
  const remaining = (done: number, total: number) => Math.round((((now() - begun) / done) * (total - done)) / 1000);
  const clear = () => {
    if (drawn > 0) stream.write('\r\u001B[K');
    drawn = 0;
  };

  return {
    tell(name, done, total, describe = commandStrings.build.progress) {
      if (name !== stage) {
        clear();
        begin(name);
      }
      const at = now();
      if (at - begun < quietMs || done === 0) return;
      const line = describe(name, done, total, remaining(done, total));
      if (!stream.isTTY) {
        const part = Math.floor((done / total) * linesPerStage);
        if (part > told) stream.write(`${line}\n`);
        told = part;
      } else if (at - drawn >= redrawMs) {
        const filled = Math.round((done / total) * barWidth);
        stream.write(`\r\u001B[K${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${line}`);
        drawn = at;
      }
      if (done === total) clear();
    },
    end() {
      clear();
      stage = '';
    },
  };
}
