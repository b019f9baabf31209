import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import { placeOf } from './component-code.ts';

/** What the compiler of Astro tells of a component. */
interface Compiled {
  /** The places are in bytes of UTF-8. */
  diagnostics: { severity: string; labels: { start: number }[] }[];
}

interface Compiler {
  transform(text: string, options: { filename: string }): Compiled;
}

/**
 * Loads the compiler that Astro itself uses, so that `check` refuses what a build would; a component is compiled in a
 * millisecond. Returns a function that tells what keeps a component from being compiled.
 */
export async function compilationFaults(): Promise<(text: string, file: string) => Problem[]> {
  const ofAstro = createRequire(import.meta.resolve('astro/package.json'));
  const compiler: Compiler = await import(
    /* @vite-ignore */ pathToFileURL(ofAstro.resolve('@astrojs/compiler-rs')).href
  );
  return (text, file) => {
    const { diagnostics } = compiler.transform(text, { filename: file });
    const fault = diagnostics.find(({ severity }) => severity === 'error');
    if (!fault) return [];
    const { start = 0 } = fault.labels[0] ?? {};
    const before = Buffer.from(text).subarray(0, start).toString();
    return [{ file, ...placeOf(text, before.length), message: messages.componentSyntax() }];
  };
}
