import { statSync } from 'node:fs';

/** The mtime and size of a file, from which changes are detected without reading it. */
export interface FileMeasure {
  stamp: string;
  size: number;
}

/** Returns the stamp and the size in bytes of a file; undefined if it does not exist or is not a regular file. */
export function measureFile(file: string): FileMeasure | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? { stamp: `${stats.mtimeMs}:${stats.size}`, size: stats.size } : undefined;
}

/** Returns the stamp of a file. Throws if it does not exist. */
export function stampOf(file: string): string {
  const measure = measureFile(file);
  if (!measure) throw new Error(`${file} is not a file.`);
  return measure.stamp;
}

/** Reads the size in bytes from a stamp; 0 for an empty stamp. */
export function sizeInStamp(stamp: string): number {
  return Number(stamp.slice(stamp.indexOf(':') + 1));
}
