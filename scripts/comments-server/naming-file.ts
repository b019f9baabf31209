/** Does something with a file. An error that does not say which file it is about gets its path. */
export function namingFile<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && (error as NodeJS.ErrnoException).path === undefined)
      Object.assign(error, { path: file });
    throw error;
  }
}
