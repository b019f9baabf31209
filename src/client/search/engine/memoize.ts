/** Makes a function that calls `ask` once for each argument and caches the answer. Failures are not cached. */
export function memoize<Value>(ask: (argument: string) => Promise<Value>): (argument: string) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>();
  return (argument) => {
    const cached = answers.get(argument);
    if (cached !== undefined) return cached;
    const answer = ask(argument);
    answers.set(argument, answer);
    answer.catch(() => answers.delete(argument));
    return answer;
  };
}
