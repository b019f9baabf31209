import ts from 'typescript';

export interface FunctionSize {
  /** `name:line`, the line where it begins, from 1. */
  place: string;
  /** Lines of code, without those of nested object and array literals that hold no function. */
  lines: number;
}

/** Counts the lines of each function in the source of a module. */
export function measureFunctions(text: string): FunctionSize[] {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const sizes: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const first = lineOf(node.getStart());
      sizes.push({ place: `${nameOf(node)}:${first}`, lines: lineOf(node.end) - first + 1 - tableLines(node, lineOf) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sizes;
}

function nameOf(node: ts.SignatureDeclaration): string {
  const named = node.name ?? ('name' in node.parent ? (node.parent.name as ts.Node | undefined) : undefined);
  return named?.getText() ?? 'anonymous';
}

/** Counts the lines of a function that are tables of data. */
function tableLines(node: ts.Node, lineOf: (position: number) => number): number {
  let lines = 0;
  const visit = (child: ts.Node): void => {
    const isLiteral = ts.isObjectLiteralExpression(child) || ts.isArrayLiteralExpression(child);
    if (isLiteral && !holdsFunction(child)) lines += lineOf(child.end) - lineOf(child.getStart());
    else ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return lines;
}

function holdsFunction(node: ts.Node): boolean {
  return ts.isFunctionLike(node) || (ts.forEachChild(node, holdsFunction) ?? false);
}
