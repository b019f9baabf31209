import { decodeHTMLAttribute } from 'entities/decode';

const linkTag = /<a(?=\s)((?:\s+[^\s"'<>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*>/g;
const linkAttribute = /\s+(href|rel|target|download)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?(?=\s|$)/g;

/**
 * Makes links plain text: takes their addresses away. The elements stay, because other links may lead to their ids.
 * @param html as it was rendered, so that every `<` in text is escaped
 * @param links the addresses as the HTML has them, not escaped
 */
export function unlink(html: string, links: readonly string[]): string {
  if (links.length === 0) return html;
  const dropped = new Set(links);
  return html.replace(linkTag, (tag: string, attributes: string) => {
    const [, , double, single, bare] =
      [...attributes.matchAll(linkAttribute)].find(([, name]) => name === 'href') ?? [];
    const href = double ?? single ?? bare;
    if (href === undefined || !dropped.has(decodeHTMLAttribute(href))) return tag;
    return `<a${attributes.replace(linkAttribute, '')}>`;
  });
}
