const firstPauseMs = 15_000;
const longestPauseMs = 300_000;

export interface RetryTimer {
  /**
   * Runs the work after a pause that doubles with each call, up to five minutes; replaces a run that is still to come.
   */
  schedule(work: () => unknown): void;
  /** Drops the run that is still to come; the length of the next pause stays. */
  cancel(): void;
  /** Drops the run that is still to come and begins with the shortest pause again. */
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
