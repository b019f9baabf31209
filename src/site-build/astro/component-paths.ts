const frontmatter = /^\s*---\r?\n(?:.*?\r?\n)??---/s;
/** Elements whose text is no HTML, and comments. */
const opaque = /(<(?:script|style)\b.*?<\/(?:script|style)|<!--.*?-->)/gis;
const rootedAttribute = /(\s(?:href|src|poster|action|srcset)\s*=\s*)(["'])(\s*\/(?![/\\])[^"']{0,5000})\2/gi;

/**
 * Puts the path that the site lives below before the paths in the HTML of a component, which are written from the root of
 * the site as in bodies. What an expression computes stays as it is.
 */
export function placeComponentPaths(source: string, base: string): string {
  if (base === '') return source;
  const [head = ''] = frontmatter.exec(source) ?? [];
  const parts = source.slice(head.length).split(opaque);
  return head + parts.map((part, index) => (index % 2 === 1 ? part : placeAttributes(part, base))).join('');
}

function placeAttributes(html: string, base: string): string {
  return html.replace(rootedAttribute, (_whole, name: string, quote: string, value: string) => {
    const placed = /srcset/i.test(name)
      ? value.replace(/((?:^|,)\s*)(?=\/(?![/\\]))/g, `$1${base}`)
      : base + value.trimStart();
    return name + quote + placed + quote;
  });
}
