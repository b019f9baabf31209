import ts from 'typescript';

/** Two Arabic letters in a row: a string with a word, as opposed to a single letter. */
const arabicWord = /[\u0621-\u064a]{2}/;

/**
 * Finds the strings and templates with Arabic words in the source of a module. Regular expressions and single letters
 * are data of the language, not sentences.
 */
export function findArabicLiterals(text: string): string[] {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isString = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (isString && arabicWord.test(node.getText())) found.push(node.getText());
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Finds Arabic words in the markup of a component: between tags and in attributes, but not in comments, styles and scripts. */
export function findArabicMarkup(component: string): string[] {
  const markup = component
    .replace(/^---\r?\n[\s\S]*?\r?\n---/, '')
    .replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|<(style|script)\b[\s\S]*?<\/\1>/g, '');
  return [...markup.matchAll(/[^<>{}"'`=\n]*[\u0621-\u064a]{2}[^<>{}"'`=\n]*/g)].map(([text]) => text.trim());
}
