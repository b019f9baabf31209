import { parseArgs } from 'node:util';
import { readYears, type YearSpan } from '../lib/years.ts';
import { commandStrings } from '../strings/commands.ts';

/** The options of `npm run build`. `years` and `shard` require each other and exclude `join`. */
export interface BuildCommandOptions {
  years?: YearSpan;
  /** The directory of the shard to build. */
  shard?: string;
  /** Directories of shards to join into the site. */
  join: string[];
  /** Builds though the output directory holds other files, or the clock is behind the last build's. */
  force: boolean;
  /** Compares files by their bytes, even if their mtimes and sizes have not changed. */
  verify: boolean;
}

/** Reads the arguments of `npm run build`. Returns an error message if they are invalid. */
export function readBuildOptions(args: readonly string[]): BuildCommandOptions | string {
  const values = parse(args);
  const { years, shard, join = [], force = false, verify = false } = values ?? {};
  const span = years === undefined ? undefined : readYears(years);
  const isUnderstood =
    values && (years === undefined) === (shard === undefined) && (years === undefined || join.length === 0);
  if (!isUnderstood) return commandStrings.build.usage;
  if (years !== undefined && !span) return commandStrings.build.badYears(years);
  return { ...(span && { years: span }), ...(shard !== undefined && { shard }), join, force, verify };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        years: text,
        shard: text,
        join: { ...text, multiple: true },
        force: { type: 'boolean' },
        verify: { type: 'boolean' },
      },
    }).values;
  } catch {
    return undefined;
  }
}
