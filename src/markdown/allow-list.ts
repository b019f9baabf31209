import type { Element, Properties, Root } from 'hast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import type { VFile } from 'vfile';
import { linkSchemes, webSchemes } from '../lib/link-schemes.ts';
import { type Component, type Content, isComponent } from './hast-nodes.ts';
import { contextOf } from './render-context.ts';

const everywhere = ['dir', 'id', 'lang', 'title', 'translate'];
const media = ['src', 'controls', 'preload', 'loop', 'muted'];

/**
 * By tag name: the hast properties that an element may have besides `everywhere`. Other tags are removed but their
 * content stays, except for those in `strip` below: they are removed with their content.
 */
const allowed: Record<string, NonNullable<Schema['attributes']>[string]> = {
  a: [
    'href',
    'ariaLabel',
    'dataFootnoteRef',
    'dataFootnoteBackref',
    ['ariaDescribedBy', 'footnote-label'],
    ['className', 'data-footnote-backref'],
  ],
  abbr: [],
  audio: media,
  b: [],
  bdi: [],
  bdo: [],
  blockquote: ['cite'],
  br: [],
  caption: [],
  cite: [],
  code: [['className', /^language-./]],
  col: ['span'],
  colgroup: ['span'],
  dd: [],
  del: ['cite', 'dateTime'],
  details: ['open'],
  dfn: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  figcaption: [['className', 'poet']],
  figure: [['className', 'verse']],
  h1: [],
  h2: [['className', 'footnotes-title']],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  i: [],
  img: ['src', 'alt', 'width', 'height'],
  input: [
    ['type', 'checkbox'],
    ['disabled', true],
    ['checked', true],
  ],
  ins: ['cite', 'dateTime'],
  kbd: [],
  li: ['value', ['className', 'task-list-item']],
  mark: [],
  ol: ['start', 'reversed', 'type', ['className', 'contains-task-list'], ['dataDigits', 'arab']],
  p: [['className', 'stanza']],
  picture: [],
  pre: [],
  q: ['cite'],
  rp: [],
  rt: [],
  ruby: [],
  s: [],
  samp: [],
  section: ['dataFootnotes', ['className', 'footnotes']],
  small: [],
  source: ['src', 'srcSet', 'media', 'type', 'sizes'],
  span: [['className', 'line', 'long', 'wrapped', 'half', 'gap', 'indent']],
  strong: [],
  sub: [],
  summary: [],
  sup: [],
  table: [],
  tbody: [],
  td: ['align', 'colSpan', 'rowSpan', 'headers'],
  tfoot: [],
  th: ['align', 'colSpan', 'rowSpan', 'headers', 'scope'],
  thead: [],
  time: ['dateTime'],
  tr: [],
  track: ['src', 'kind', 'srcLang', 'label', 'default'],
  u: [],
  ul: [
    ['className', 'contains-task-list'],
    ['dataMarks', 'typed'],
  ],
  var: [],
  video: [...media, 'width', 'height', 'poster', 'playsInline'],
  wbr: [],
};

const webOnly = [...webSchemes];
const inTable = ['table'];

/** The tag name of MDX components while they are sanitised. No author can forge it, since no tag begins with `#`. */
const placeholder = '#component';

const schema: Schema = {
  allowComments: false,
  allowDoctypes: false,
  ancestors: {
    caption: inTable,
    col: inTable,
    colgroup: inTable,
    tbody: inTable,
    td: inTable,
    th: inTable,
    thead: inTable,
    tfoot: inTable,
    tr: inTable,
  },
  attributes: { ...allowed, '*': everywhere },
  clobber: [],
  clobberPrefix: '',
  protocols: {
    cite: webOnly,
    href: [...linkSchemes],
    poster: webOnly,
    src: webOnly,
  },
  required: {
    audio: { controls: true, preload: 'none' },
    input: { disabled: true, type: 'checkbox' },
    video: { controls: true, preload: 'none' },
  },
  strip: [
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'noscript',
    'template',
    'svg',
    'math',
    'title',
    'textarea',
    'select',
  ],
  tagNames: Object.keys(allowed),
};
const schemaWithPlaceholder: Schema = {
  ...schema,
  attributes: { ...schema.attributes, [placeholder]: ['dataIndex'] },
  tagNames: [...Object.keys(allowed), placeholder],
};
const sanitize = rehypeSanitize(schema);
const sanitizeWithPlaceholder = rehypeSanitize(schemaWithPlaceholder);

/** Attribute name of HTML or JSX in lower case → hast property, for every attribute on the allow-list. */
export const attributeProperties: ReadonlyMap<string, string> = new Map(
  [...everywhere, ...Object.values(allowed).flat()]
    .map((definition) => (typeof definition === 'string' ? definition : String(definition[0])))
    .flatMap((property) => {
      const dashed = property.replace(/^(aria|data)(.+)/, (_, prefix, rest) => `${prefix}-${rest}`);
      return [
        [dashed.toLowerCase(), property],
        [property.toLowerCase(), property],
      ] as const;
    }),
);

/**
 * Removes every tag, attribute and URL scheme that is not on the allow-list, from raw HTML and Markdown alike. MDX
 * components stay, and their content is sanitised too. Must run before any plugin that adds markup of its own.
 */
export function rehypeAllowList() {
  return (tree: Root, file: VFile): Root => {
    lowerCaseSchemes(tree.children);
    if (contextOf(file).source.format === 'md') return sanitize(tree);
    const components: Component[] = [];
    tree.children = tree.children.map((node) => replaceComponents(node, components));
    const safe = sanitizeWithPlaceholder(tree);
    safe.children = safe.children.map((node) => restoreComponents(node, components));
    return safe;
  };
}

/** Adds each MDX component to `components` and replaces it by a placeholder that holds its index there. */
function replaceComponents<Node extends Content>(node: Node, components: Component[]): Node | Element {
  if ('children' in node) node.children = node.children.map((child) => replaceComponents(child, components));
  if (!isComponent(node)) return node;
  components.push(node);
  const properties: Properties = { dataIndex: String(components.length - 1) };
  return { type: 'element', tagName: placeholder, properties, children: node.children };
}

function restoreComponents<Node extends Content>(node: Node, components: readonly Component[]): Node | Component {
  if (!('children' in node)) return node;
  node.children = node.children.map((child) => restoreComponents(child, components));
  if (node.type !== 'element' || node.tagName !== placeholder) return node;
  const component = components[Number(node.properties.dataIndex)];
  if (!component) return node;
  component.children = node.children;
  return component;
}

/** Writes schemes in lower case, since rehype-sanitize compares them case-sensitively and would remove `HTTPS://…`. */
function lowerCaseSchemes(nodes: readonly Content[]): void {
  for (const node of nodes) {
    if (node.type === 'element')
      for (const name of ['href', 'src'] as const) {
        const url = node.properties[name];
        if (typeof url === 'string' && /^[A-Za-z]*[A-Z][A-Za-z]*:/.test(url))
          node.properties[name] = url.replace(/^[A-Za-z]+/, (scheme) => scheme.toLowerCase());
      }
    if ('children' in node) lowerCaseSchemes(node.children);
  }
}
