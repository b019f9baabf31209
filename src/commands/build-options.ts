import { toLatinDigits } from '../lib/arabic/digits.ts';
import { readYears, type YearSpan } from '../lib/years.ts';
import { commandStrings } from '../strings/commands.ts';
import type { Typed } from './command-line.ts';
import { CommandFailure } from './run-command.ts';

/** The options of `npm run build`. `years` and `shard` require each other and exclude `join`. */
export interface BuildCommandOptions {
  years?: YearSpan;
  /** The directory of the shard to build. */
  shard?: string;
  /** Directories of shards to join into the site. */
  join: string[];
  /** For how many minutes sizes of photos are made, instead of `images.minutes`. */
  imageMinutes?: number;
  /** Builds though the output directory holds other files, or the clock is behind the last build's. */
  force: boolean;
  /** Compares files by their bytes, even if their mtimes and sizes have not changed. */
  verify: boolean;
  /** Shows drafts and future articles to editors. */
  drafts: boolean;
}

/** Reads the flags of `npm run build`. Throws a `CommandFailure` if they do not go together. */
export function readBuildOptions({ flags }: Typed<'build'>): BuildCommandOptions {
  const { years, shard, join = [], force = false, verify = false, drafts = false } = flags;
  const isTogether = (years === undefined) === (shard === undefined) && (years === undefined || join.length === 0);
  if (!isTogether) throw new CommandFailure(commandStrings.build.yearsWithoutShard);
  const isPart = years !== undefined || join.length > 0;
  if (drafts && isPart) throw new CommandFailure(commandStrings.build.previewInParts);
  if (years !== undefined && flags['image-minutes'] !== undefined)
    throw new CommandFailure(commandStrings.build.minutesOfShard);
  const imageMinutes = readMinutes(flags['image-minutes']);
  const span = years === undefined ? undefined : readYears(years);
  if (years !== undefined && !span) throw new CommandFailure(commandStrings.build.badYears(years));
  return {
    ...(span && { years: span }),
    ...(shard !== undefined && { shard }),
    ...(imageMinutes !== undefined && { imageMinutes }),
    join,
    force,
    verify,
    drafts,
  };
}

function readMinutes(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const minutes = toLatinDigits(typed.trim());
  if (!/^\d+$/.test(minutes)) throw new CommandFailure(commandStrings.build.badMinutes(typed));
  return Number(minutes);
}
