const firstPauseMs = 15_000;
const longestPauseMs = 300_000;

export interface RetryTimer {
  /** Runs `work` after a pause that doubles with each call, up to five minutes. Replaces a scheduled run. */
  schedule(work: () => unknown): void;
  /** Cancels the scheduled run without changing the length of the next pause. */
  cancel(): void;
  /** Cancels the scheduled run and makes the next pause the shortest again. */
  reset(): void;
}

export function createRetryTimer(): RetryTimer {
  let timer = 0;
  let pauseMs = firstPauseMs;
  const cancel = (): void => clearTimeout(timer);
  return {
    schedule: (work) => {
      cancel();
      timer = window.setTimeout(work, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    },
    cancel,
    reset: () => {
      cancel();
      pauseMs = firstPauseMs;
    },
  };
}
