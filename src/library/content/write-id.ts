import { findFrontMatter, readFrontMatter } from '../../schema/front-matter.ts';

/**
 * Adds an id to the text of an article, in the line of an empty `id:` or as the last line of the front matter, and
 * leaves every other byte as it is. `bytes` and the result are UTF-8. Returns undefined if there is no complete front
 * matter, if it has an id already, or if the addition would change how other keys are parsed.
 */
export function writeId(bytes: Uint8Array, id: string): Uint8Array | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  const bounds = findFrontMatter(text);
  const before = bounds && matterOf(text);
  if (!bounds || !before || before.id !== undefined) return undefined;
  const { yamlStart, yamlEnd } = bounds;
  const newline = text.slice(0, yamlStart).endsWith('\r\n') ? '\r\n' : '\n';
  const yaml = text.slice(yamlStart, yamlEnd);
  const emptyId = /^id[ \t]*:[ \t]*$/m;
  const written = emptyId.test(yaml) ? yaml.replace(emptyId, `id: ${id}`) : `${yaml}id: ${id}${newline}`;
  const after = text.slice(0, yamlStart) + written + text.slice(yamlEnd);
  const isSound = JSON.stringify(sorted(matterOf(after))) === JSON.stringify(sorted({ ...before, id }));
  return isSound ? new TextEncoder().encode(after) : undefined;
}

function matterOf(text: string): Record<string, unknown> | undefined {
  const read = readFrontMatter(text, '');
  return 'problem' in read || read.source.problems.length > 0 ? undefined : read.source.value;
}

function sorted(matter: Record<string, unknown> = {}): [string, unknown][] {
  return Object.entries(matter).sort(([a], [b]) => (a < b ? -1 : 1));
}
