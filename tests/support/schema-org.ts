import path from 'node:path';
import ts from 'typescript';
import type { StructuredData } from '../../src/model/structured-data.ts';
import { projectDirectory } from './build-site.ts';

/**
 * Checks JSON-LD against the vocabulary of schema.org, with the types of the package schema-dts, which Google generates
 * from the vocabulary. Returns a message for each unknown type, unknown property and value of the wrong type, with the
 * document's name.
 */
export function checkVocabulary(documents: ReadonlyMap<string, StructuredData>): string[] {
  const file = path.join(projectDirectory, 'tests', 'structured-data.virtual.ts');
  const names = [...documents.keys()];
  const source = [
    "import type { Graph } from 'schema-dts';",
    ...[...documents.values()].map((document, index) => `export const d${index}: Graph = ${JSON.stringify(document)};`),
  ].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? source : readFile(name));
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, source, version) : getSourceFile(name, version);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ start = 0, messageText }) => {
    const line = source.slice(0, start).split('\n').length;
    return `${names[line - 2] ?? 'schema-dts'}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
