import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import pLimit from 'p-limit';
import type { OutputFolder } from './output.ts';

/** Makes folders outside of the output, where each stays until it is whole. */
export interface StagedFolders {
  /** Begins to make a folder that will be wanted. */
  begin(folder: OutputFolder): void;
  /** Gives the directory that holds the files of a folder, made now where it was not begun, and removes it after `use`. */
  take(folder: OutputFolder, use: (directory: string) => void): Promise<void>;
  /** Waits for the folder that is being made and gives up those that wait for it: a program may exit then. */
  end(): Promise<void>;
}

/** Whatever is in `workDirectory` is removed: a build that died may have left stagedFolders. */
export function openStagedFolders(workDirectory: string): StagedFolders {
  rmSync(workDirectory, { recursive: true, force: true });
  mkdirSync(workDirectory, { recursive: true });
  // The next one is made while the files of the one before it are taken over; more would wait, with all that they are made of.
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
      // What goes wrong is told to whoever takes it.
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
