import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The contents of files, by their paths relative to the directory. */
export type Files = Record<string, string | Uint8Array | SymbolicLink>;

export interface SymbolicLink {
  linksTo: string;
}

export async function writeContent(directory: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(directory, name);
    await mkdir(path.dirname(file), { recursive: true });
    if (typeof content === 'object' && 'linksTo' in content) await symlink(content.linksTo, file);
    else await writeFile(file, content);
  }
}
