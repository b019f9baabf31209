import type { Library, LibraryOptions } from '../library/types.ts';
import { type Problem, sortProblems } from '../schema/problem.ts';
import { findBrokenLinks } from './content-links.ts';
import { findHostFileProblems } from './host-files.ts';
import { findRefusedFiles } from './host-limits.ts';
import { findPublicFileProblems } from './public-file-faults.ts';

/**
 * Returns everything for which the content is refused, by the build and by `npm run check` alike; only the limits of
 * the host are known later, when the site is made.
 */
export async function findProblems(library: Library, options: LibraryOptions): Promise<Problem[]> {
  return sortProblems([
    ...library.problems,
    ...findRefusedFiles(library),
    ...findPublicFileProblems(library, options),
    ...(await findBrokenLinks(library, options)),
    ...(await findHostFileProblems(library.site, options)),
  ]);
}
