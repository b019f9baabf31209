const second = 1000;
const usualPause = 30 * second;
const longestPauseAfterFailures = 300 * second;
/** After so many answers without anything new, the pause is longer. */
const quietAnswers = [
  { atLeast: 60, pause: 120 * second },
  { atLeast: 20, pause: 60 * second },
];
/** A reader who only looks at another tab for a moment causes no request. */
const shortestPause = 5 * second;

/** What came of a question: something new, nothing new, or the end of the coverage. */
export type Outcome = 'new' | 'same' | 'over';

/**
 * Returns the milliseconds until the next question. `random`, from 0 to 1, makes them up to a fifth more, so that the
 * readers who came with one message do not go on asking together.
 */
export function pauseBefore(same: number, failures: number, random: number): number {
  const quiet = quietAnswers.find(({ atLeast }) => same >= atLeast)?.pause ?? usualPause;
  const pause = failures > 0 ? Math.min(usualPause * 2 ** failures, longestPauseAfterFailures) : quiet;
  return pause * (1 + random / 5);
}

/**
 * Asks again and again while the page is visible, until the outcome is `over`; at once when the page is seen again or
 * the network comes back.
 */
export function askAgain(ask: () => Promise<Outcome>): void {
  let timer = 0;
  let asked = Date.now();
  let same = 0;
  let failures = 0;
  let isAsking = false;
  const listening = new AbortController();

  const plan = (): void => {
    clearTimeout(timer);
    if (!document.hidden) timer = window.setTimeout(run, pauseBefore(same, failures, Math.random()));
  };
  const run = async (): Promise<void> => {
    if (isAsking || document.hidden) return;
    isAsking = true;
    clearTimeout(timer);
    asked = Date.now();
    try {
      const outcome = await ask();
      failures = 0;
      same = outcome === 'same' ? same + 1 : 0;
      if (outcome === 'over') return listening.abort();
    } catch {
      failures += 1;
    } finally {
      isAsking = false;
    }
    plan();
  };
  const catchUp = ({ type }: Event): void => {
    clearTimeout(timer);
    if (document.hidden) return;
    same = 0;
    const hasMissed = type === 'online' && failures > 0;
    if (hasMissed || Date.now() - asked >= shortestPause) void run();
    else plan();
  };
  document.addEventListener('visibilitychange', catchUp, listening);
  addEventListener('online', catchUp, listening);
  plan();
}
