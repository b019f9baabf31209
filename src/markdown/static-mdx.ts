import type { Program } from 'estree';
import { distance } from 'fastest-levenshtein';
import type { Element, Root as HastRoot, Properties } from 'hast';
import type { RootContent as MdastContent, Root as MdastRoot } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { attributeProperties } from './allow-list.ts';
import { articleComponents, requiredAttributes } from './article-components.ts';
import { type Component, type Content, isComponent } from './hast-nodes.ts';
import { messages } from './messages.ts';
import { type Refusal, refuseTag } from './refusals.ts';
import { contextOf, type RenderContext, reportProblem } from './render-context.ts';
import { reportRefusal } from './report-refusal.ts';

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
type Literal = string | number | boolean | null;

/**
 * Reduces MDX to components and HTML with literal attribute values. Code (imports, exports, expressions) is reported
 * and removed, comments are removed, and `{'text'}` becomes its text.
 */
export function remarkRefuseMdxCode() {
  return (tree: MdastRoot, file: VFile): void => {
    if (contextOf(file).source.format === 'mdx')
      tree.children = tree.children.flatMap((node) => withoutCode(node, file));
  };
}

function withoutCode(node: MdastContent, file: VFile): MdastContent[] {
  const context = contextOf(file);
  switch (node.type) {
    case 'mdxjsEsm':
      reportProblem(context, node, { message: messages.moduleCode() });
      return [];
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      const value = literalOf(node.data?.estree);
      if (value === undefined) reportProblem(context, node, { message: messages.expression() });
      return value === undefined || value === null ? [] : [{ type: 'text', value: String(value) }];
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const refusal = refuseJsx(node, context);
      if (refusal) reportRefusal(file, node, refusal);
      if (namesComponent(node.name) && !isKnown(node.name, context)) return childrenOf(node, file);
      if (node.name !== null && isKnown(node.name, context)) context.usedComponents.add(node.name);
      node.attributes = node.attributes.filter(
        (attribute) => attribute.type === 'mdxJsxAttribute' && staticValue(attribute.value) !== undefined,
      );
      if (namesComponent(node.name)) writeValuesAsText(node);
      break;
    }
  }
  if ('children' in node) node.children = childrenOf(node, file) as typeof node.children;
  return [node];
}

/** Writes the values of a component as the text that it shows: `title={2026}`, `title`. */
function writeValuesAsText({ attributes }: Jsx): void {
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxAttribute') attribute.value = String(staticValue(attribute.value) ?? '');
  }
}

function childrenOf(node: MdastContent & { children: readonly MdastContent[] }, file: VFile): MdastContent[] {
  return node.children.flatMap((child) => withoutCode(child, file));
}

function refuseJsx({ name, attributes }: Jsx, context: RenderContext): Refusal | undefined {
  if (name === null) return undefined;
  if (namesComponent(name) && !isKnown(name, context)) return { message: unknownComponent(name, context) };
  const values: Record<string, string> = {};
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') return { message: messages.spread() };
    if (attribute.name.includes(':')) return { message: messages.directive(attribute.name) };
    const value = staticValue(attribute.value);
    if (value === undefined) return { message: messages.attributeExpression(attribute.name) };
    values[attribute.name] = String(value);
  }
  const missing = requiredAttributes[name]?.find((required) => (values[required] ?? '').trim() === '');
  return missing === undefined
    ? refuseTag(name, values, context.allowedEmbeds)
    : { message: messages.missingAttribute(name, missing) };
}

/** Whether a JSX name is that of a component: it begins with a capital. All others are HTML. */
function namesComponent(name: string | null): name is string {
  return name !== null && /^\p{Lu}/u.test(name);
}

function isKnown(name: string, { ownComponents }: RenderContext): boolean {
  return articleComponents.includes(name) || ownComponents.includes(name);
}

function unknownComponent(name: string, { ownComponents }: RenderContext): string {
  const names = [...articleComponents, ...ownComponents];
  const nearest = names.find((known) => distance(name.toLowerCase(), known.toLowerCase()) <= 2);
  return nearest === undefined ? messages.unknownComponent(name, names) : messages.misspeltComponent(name, nearest);
}

/** Turns HTML written as JSX into hast elements, which the allow-list can sanitise. Components stay. */
export function rehypeJsxElements() {
  return (tree: HastRoot, file: VFile): void => {
    if (contextOf(file).source.format === 'mdx') tree.children = tree.children.map(toElement);
  };
}

function toElement<Node extends Content>(node: Node): Node | Element {
  if ('children' in node) node.children = node.children.map(toElement);
  if (!isComponent(node) || node.name === null || namesComponent(node.name)) return node;
  const properties: Properties = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const property = attributeProperties.get(attribute.name.toLowerCase());
    const value = attribute.value === null ? true : staticValue(attribute.value);
    if (property !== undefined && value !== undefined) properties[property] = value;
  }
  const { name: tagName, children, position } = node;
  return { type: 'element', tagName, properties, children, ...(position && { position }) };
}

/** Returns the value of a component's attribute if it is a literal. */
export function readAttribute({ attributes }: Component, name: string): Literal | undefined {
  const found = attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name);
  return found?.type === 'mdxJsxAttribute' ? staticValue(found.value) : undefined;
}

/** Sets attributes of a component, and removes those without a value. */
export function setAttributes(component: Component, values: Readonly<Record<string, string | undefined>>): void {
  component.attributes = component.attributes.filter(
    (attribute) => attribute.type !== 'mdxJsxAttribute' || !Object.hasOwn(values, attribute.name),
  );
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) component.attributes.push({ type: 'mdxJsxAttribute', name, value });
}

type AttributeValue = Extract<Jsx['attributes'][number], { type: 'mdxJsxAttribute' }>['value'];

/** Returns the value of an attribute, '' if it has none; undefined if code computes it. */
export function staticValue(value: AttributeValue): Literal | undefined {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : literalOf(value.data?.estree);
}

/** Returns the value of an expression that is a literal; null for a comment, undefined for code. */
function literalOf(program: Program | null | undefined): Literal | undefined {
  if (!program) return undefined;
  const [statement, ...others] = program.body;
  if (!statement) return null;
  if (statement.type !== 'ExpressionStatement' || others.length > 0) return undefined;
  const { expression } = statement;
  if (expression.type === 'TemplateLiteral' && expression.expressions.length === 0)
    return expression.quasis[0]?.value.cooked ?? undefined;
  if (expression.type !== 'Literal') return undefined;
  const { value } = expression;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
