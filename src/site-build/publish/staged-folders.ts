import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import pLimit from 'p-limit';
import type { OutputFolder } from './output.ts';

/** Makes folders in a work directory. Their files are moved to the output when a folder is complete. */
export interface StagedFolders {
  /** Queues a folder, so that it is made before `take` asks for it. */
  begin(folder: OutputFolder): void;
  /**
   * Waits for a folder, and queues it if `begin` has not. Passes its directory to `use`, and then removes the
   * directory.
   */
  take(folder: OutputFolder, use: (directory: string) => void): Promise<void>;
  /** Clears the queue and waits for the folder that is being made, so that the program can exit. */
  end(): Promise<void>;
}

/** Opens a work directory and empties it, because a killed build may have left folders there. */
export function openStagedFolders(workDirectory: string): StagedFolders {
  rmSync(workDirectory, { recursive: true, force: true });
  mkdirSync(workDirectory, { recursive: true });
  // Makes one folder at a time, because each holds its search records in memory while it is made.
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
      // Avoids an unhandled rejection: `take` reports the error.
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
