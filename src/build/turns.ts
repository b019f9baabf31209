import { setImmediate } from 'node:timers/promises';

const itemsInTurn = 64;

/** Maps thousands of items, which takes seconds, and gives the event loop its turns: Pagefind is fed by the same thread. */
export async function mapInTurns<Item, Result>(items: readonly Item[], map: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    if (results.length % itemsInTurn === 0) await setImmediate();
    results.push(map(item));
  }
  return results;
}
