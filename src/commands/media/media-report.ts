import { decodePath } from '../../lib/decode-path.ts';
import { commandStrings } from '../../strings/commands.ts';
import type { MediaFailure } from './measure-media.ts';
import type { MediaUpdate } from './update-media.ts';

const words = commandStrings.media;

/** Describes what became of the images: a line for each that could not be measured, then the numbers. */
export function reportMedia({ measured, kept, removed, failures, isPartial }: MediaUpdate): string[] {
  return [
    ...failures.map(({ file, address, failure }) => `${file}: ${decodePath(address)}\n  ${explain(failure)}`),
    ...(measured + kept + removed + failures.length === 0 ? [words.none] : words.done({ measured, kept, removed })),
    ...(isPartial ? [words.partial] : []),
    ...(failures.length > 0 ? [words.failed(failures.length)] : []),
  ];
}

function explain(failure: MediaFailure): string {
  if (failure.kind === 'away') return words.failures.away(failure.reason);
  if (failure.kind === 'moved') return words.failures.moved(failure.address);
  if (failure.kind !== 'status') return words.failures[failure.kind];
  const { status } = failure;
  if (status === 404 || status === 410) return words.failures.gone(status);
  return status >= 500 || status === 429 ? words.failures.busy(status) : words.failures.refused(status);
}
