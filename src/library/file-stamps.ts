import { statSync } from 'node:fs';

/** Says whether a file is still the one that was seen before, without reading it: its mtime and its size in bytes. */
export interface FileMeasure {
  stamp: string;
  size: number;
}

/** Measures a file; undefined if there is none, or if it is no regular file. */
export function measureFile(file: string): FileMeasure | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? { stamp: `${stats.mtimeMs}:${stats.size}`, size: stats.size } : undefined;
}

/** The stamp of a file that must be there. */
export function stampOf(file: string): string {
  const measure = measureFile(file);
  if (!measure) throw new Error(`${file} is not a file.`);
  return measure.stamp;
}

/** The size in bytes that a stamp holds; 0 for an empty stamp. */
export function sizeInStamp(stamp: string): number {
  return Number(stamp.slice(stamp.indexOf(':') + 1));
}
