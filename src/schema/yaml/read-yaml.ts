import type { Node } from 'yaml';
import { messages } from '../messages.ts';
import { mostProblems, type Problem } from '../problem.ts';
import { findNode, type NodeAtPath } from './find-node.ts';
import { type ParsedLines, type ParsedText, parse, placeOfNode, readsAsMap, syntaxProblems } from './parse-document.ts';
import { columnAsWritten, keyOf } from './places.ts';
import { type ReadValues, readValues } from './read-values.ts';
import { findTraps } from './traps.ts';
import type { Place, YamlPath, YamlSource } from './types.ts';

/** In UTF-16 code units: far more than the settings or word lists of any newsroom. */
const longestYaml = 1_000_000;

/**
 * Reads YAML whose first line is line `firstLine` of `file`. A line that is a common mistake is reported with its
 * correction, and reading goes on as if it had been corrected, so that one run finds the other errors too.
 */
export function readYaml(text: string, file: string, firstLine: number): YamlSource {
  if (text.length > longestYaml) {
    const nothing: ParsedLines = { ...parse(''), file, firstLine, written: [] };
    return toSource(nothing, undefined, [{ file, line: firstLine, message: messages.yamlTooLong(longestYaml) }]);
  }
  const written = text.split(/\r?\n/);
  const { document, problems } = correctTraps(text, written, file, firstLine);
  const parsed: ParsedLines = { ...document, file, firstLine, written };
  problems.push(...syntaxProblems(parsed));
  const values = readsAsMap(parsed) ? readValues(parsed) : undefined;
  problems.push(...(values?.problems ?? []));
  return toSource(parsed, values, problems);
}

/** One line may hold several mistakes, each of which hides the next from the parser. */
const longestChainOfTraps = 3;

/** Parses a text with its traps corrected; the problems say what was corrected. */
function correctTraps(
  text: string,
  written: readonly string[],
  file: string,
  firstLine: number,
): { document: ParsedText; problems: Problem[] } {
  const lines = [...written];
  const trapped: { index: number; reported: Omit<Problem, 'file' | 'line'> }[] = [];
  let document = parse(text);
  for (let round = 0; round < longestChainOfTraps && !readsAsMap(document); round += 1) {
    for (const { index, corrected, column, ...trap } of findTraps(lines.join('\n'), mostProblems - trapped.length)) {
      const source = written[index] ?? '';
      trapped.push({
        index,
        reported: { ...trap, column: columnAsWritten(source, lines[index] ?? '', column), source },
      });
      lines[index] = corrected;
    }
    document = parse(lines.join('\n'));
  }
  const problems = trapped.map(({ index, reported }) => {
    return { file, line: firstLine + index, ...reported, suggestion: lines[index] ?? '' };
  });
  return { document, problems };
}

function toSource(parsed: ParsedLines, values: ReadValues | undefined, problems: Problem[]): YamlSource {
  const find = (path: YamlPath): NodeAtPath => findNode(parsed.document.contents, path, values?.filledItems);
  const place = (node: Node | undefined): Place => placeOfNode(parsed, node);
  const emptyPaths = values?.emptyPaths ?? new Map<string, YamlPath>();
  return {
    file: parsed.file,
    value: values?.value,
    problems,
    isEmpty: (path) => emptyPaths.has(path.join('.')),
    emptyKeysIn: (path) =>
      [...emptyPaths.values()].flatMap((empty) => {
        const isInside = empty.length === path.length + 1 && path.every((step, index) => empty[index] === step);
        return isInside ? [String(empty.at(-1))] : [];
      }),
    emptyItemsIn: (path) => (values?.emptyItems.get(path.join('.')) ?? []).map((node) => place(node as Node)),
    placeOfKey: (path) => {
      const { key, value } = find(path);
      return place(key ?? value);
    },
    placeOfValue: (path) => {
      const { key, value } = find(path);
      return place(value ?? key);
    },
    keyAt: (path) => find(path).name ?? keyOf(path),
    scalarAt: (path) => values?.texts.get(find(path).value),
    spelling: (path) => {
      const { text, start, end } = place(find(path).value);
      return end === undefined ? undefined : text.slice(start, end);
    },
  };
}
