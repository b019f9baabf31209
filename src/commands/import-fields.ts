import { readFile } from 'node:fs/promises';
import {
  createFieldMapping,
  type FieldMapping,
  guessTarget,
  type UnmappedField,
} from '../importers/newsroom/field-mapping.ts';
import { messages } from '../schema/messages.ts';
import { readYaml } from '../schema/yaml/read-yaml.ts';
import { commandStrings } from '../strings/commands.ts';
import { importTallyStrings } from '../strings/import-tally.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.importer;

/** The file beside the report in which an import proposes a mapping. */
export const proposalFile = 'import-fields.yaml';

/**
 * Reads the file of `--fields`: what fields and taxonomies of the old system become. Throws a `CommandFailure` that names
 * every line that cannot be read.
 */
export async function readFieldMapping(file: string): Promise<FieldMapping> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandFailure(words.noFile(file));
  });
  return parseFieldMapping(text, file);
}

export function parseFieldMapping(text: string, file: string): FieldMapping {
  const source = readYaml(text, file, 1);
  const { mapping, faults } = createFieldMapping(source.value ?? {});
  const problems = [
    ...source.problems.map(({ line, message }) => ({ line, message })),
    ...source
      .emptyKeysIn([])
      .map((key) => ({ line: source.placeOfKey([key]).line, message: words.fieldWithoutTarget(key) })),
    ...faults.map(({ key, value, options }) => ({
      line: source.placeOfValue([key]).line,
      message: messages.notAnOption(value, key, options),
    })),
  ].sort((one, other) => one.line - other.line);
  if (problems.length === 0) return mapping;
  const lines = problems.map(({ line, message }) => words.inFields(file, line, message));
  throw new CommandFailure([...lines, words.nothingWritten].join('\n'));
}

/**
 * Proposes a mapping of fields that none has named, as the text of its file. A field whose name tells what it is has its
 * line; the others stand in comments, for the newsroom to decide.
 */
export function proposeMapping(fields: readonly UnmappedField[]): string {
  const { proposal } = importTallyStrings;
  const blocks = fields.map(({ key, count, example }) => {
    const target = guessTarget(key);
    const line = `${writeKey(key)}: ${target ?? ''}`.trim();
    return [`# ${proposal.use(count, shorten(example))}`, target === undefined ? `# ${line}` : line].join('\n');
  });
  return `${[proposal.head.map((line) => `# ${line}`).join('\n'), ...blocks].join('\n\n')}\n`;
}

/** Quotes a key unless YAML reads it as it stands. */
function writeKey(key: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_:-]*$/u.test(key) && !key.endsWith(':') ? key : JSON.stringify(key);
}

/** Returns the beginning of an example on one line. */
function shorten(example: string): string {
  const line = example.replace(/[\s\p{Cc}]+/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
