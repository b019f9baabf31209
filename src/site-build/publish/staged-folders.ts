import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import pLimit from 'p-limit';
import type { OutputFolder } from './output.ts';

/** Makes folders in a work directory; their files move to the output when a folder is complete. */
export interface StagedFolders {
  /** Starts to make a folder that `take` will ask for. */
  begin(folder: OutputFolder): void;
  /** Waits for a folder, which is made now if it was not begun, passes its directory to `use`, and then removes it. */
  take(folder: OutputFolder, use: (directory: string) => void): Promise<void>;
  /** Waits for the folder that is being made and drops those in the queue, so that the program can exit. */
  end(): Promise<void>;
}

/** Empties `workDirectory`, in which a killed build may have left folders. */
export function openStagedFolders(workDirectory: string): StagedFolders {
  rmSync(workDirectory, { recursive: true, force: true });
  mkdirSync(workDirectory, { recursive: true });
  // Builds at most one folder ahead; finished ones would pile up on disk, and their records in memory.
  const limit = pLimit(1);
  const begun = new Map<string, Promise<string>>();
  let making: Promise<unknown> = Promise.resolve();

  const stage = async ({ make }: OutputFolder): Promise<string> => {
    const directory = mkdtempSync(path.join(workDirectory, 'folder-'));
    making = make(directory);
    await making;
    return directory;
  };
  const begin = (folder: OutputFolder): Promise<string> => {
    const staged = begun.get(folder.folder) ?? limit(stage, folder);
    begun.set(folder.folder, staged);
    return staged;
  };

  return {
    begin(folder) {
      // Whoever takes the folder gets the error.
      begin(folder).catch(() => undefined);
    },
    async take(folder, use) {
      const directory = await begin(folder);
      begun.delete(folder.folder);
      use(directory);
      rmSync(directory, { recursive: true });
    },
    async end() {
      limit.clearQueue();
      await making.catch(() => undefined);
    },
  };
}
