import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Mixes the files of the projects that run at the same time, each in its usual order, the longest first. Vitest would run all
 * browser tests first, which wait for pages while the processor idles, and then all builds, which keep it busy.
 */
export class InterleavedSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const orderOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    const turns = Map.groupBy(sorted, orderOf);
    return [...turns.values()].flatMap((turn) =>
      interleave([...Map.groupBy(turn, ({ project }) => project.name).values()]),
    );
  }
}

/** Merges lists so that each is spread evenly over the result and keeps its order. */
export function interleave<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const placed = lists.flatMap((list) => list.map((item, index) => ({ item, place: (index + 0.5) / list.length })));
  return placed.sort((a, b) => a.place - b.place).map(({ item }) => item);
}
