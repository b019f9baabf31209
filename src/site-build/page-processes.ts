import os from 'node:os';
import path from 'node:path';
import { serialize } from 'node:v8';
import { startProcesses } from '../library/child-processes.ts';
import { writeNamedFile } from '../library/system-errors.ts';
import type { PageProcesses } from './publish/publish.ts';
import type { RenderedBatch, RenderingContext, RenderingTask } from './render-pages.ts';

/** A process is ready to render after half a second of work, and fast after some hundred pages. */
const leastPages = 1000;

export interface PageProcessOptions {
  /** Called only if a process starts. */
  composeContext(): RenderingContext;
  /** A directory that the next build empties. */
  workDirectory: string;
  /** How many processes render besides this one; default: one for each further processor, if there are many pages. */
  count?: number | undefined;
  onProcessLost(): void;
  /** Called when a page has lost an anchor that links may name, or may have. */
  onLostAnchor(): void;
}

/** Starts the processes that render pages beside this one; undefined if `pages` are so few that none is worth its start. */
export function startPageProcesses(
  pages: number,
  { composeContext, workDirectory, count: wanted, onProcessLost, onLostAnchor }: PageProcessOptions,
): PageProcesses | undefined {
  const count = wanted ?? (pages < leastPages ? 0 : os.availableParallelism() - 1);
  if (count === 0 || pages === 0) return undefined;
  // All tasks share what is as large as the library. Secrets never go to the disk.
  const context = composeContext();
  const { imageSigning, ...environment } = context.environment;
  const contextFile = path.join(workDirectory, 'rendering');
  writeNamedFile(contextFile, serialize({ ...context, environment }));
  const processes = startProcesses(new URL('render-pages.ts', import.meta.url), count, () => {
    // It may have stored the links of a page that has lost an anchor, and said nothing of it.
    onLostAnchor();
    onProcessLost();
  });
  return {
    count,
    async render(batch) {
      // Tinypool clones a task twice, which costs nothing for bytes. What pages share is in them once.
      const task: RenderingTask = { contextFile, imageSigning, batch: serialize(batch) };
      const { pages: rendered, hasLostAnchor } = await processes.run<RenderingTask, RenderedBatch>('renderPages', task);
      if (hasLostAnchor) onLostAnchor();
      return rendered;
    },
    end: processes.end,
  };
}
