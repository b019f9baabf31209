import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface Import {
  /** As written: `../lib/paths.ts`, `node:fs`, `astro:content`, `yaml`. */
  specifier: string;
  /** The imported file, relative to the project; undefined for packages. */
  file?: string;
  /** True if only types are imported. */
  typesOnly: boolean;
}

/** Reads the imports of a TypeScript, JavaScript or Astro file; `file` is relative to the project directory. */
export function readImports(projectDirectory: string, file: string): Import[] {
  const text = readFileSync(path.join(projectDirectory, file), 'utf8');
  return findImports(file.endsWith('.astro') ? scriptsOfComponent(text) : text).map((found) =>
    found.specifier.startsWith('.')
      ? { ...found, file: path.posix.join(path.posix.dirname(file), found.specifier.replace(/\?.*$/, '')) }
      : found,
  );
}

/**
 * Finds the files that `roots` import, directly or through others, and the roots themselves. Imports of types do not
 * count.
 */
export function readReachable(projectDirectory: string, roots: readonly string[]): Set<string> {
  const reached = new Set(roots);
  for (const file of reached) {
    if (!/\.(ts|mjs|astro)$/.test(file)) continue;
    for (const found of readImports(projectDirectory, file)) {
      if (found.file !== undefined && !found.typesOnly) reached.add(found.file);
    }
  }
  return reached;
}

/** Finds the imports, re-exports and dynamic imports in the source of a module. */
export function findImports(text: string): Omit<Import, 'file'>[] {
  const imports: Omit<Import, 'file'>[] = [];
  const add = (specifier: ts.Node | undefined, typesOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) imports.push({ specifier: specifier.text, typesOnly });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsTypesOnly(node.importClause));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest));
  return imports;
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || ts.isNamespaceImport(named)) return false;
  return named.elements.length > 0 && named.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** Returns the code in an Astro component: its front matter and its `<script>` elements. */
export function scriptsOfComponent(astro: string): string {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(astro)?.[1] ?? '';
  const scripts = [...astro.matchAll(/<script(?![^>]*is:inline)[^>]*>([\s\S]*?)<\/script>/g)].map(([, body]) => body);
  return [frontMatter, ...scripts].join('\n;\n');
}
