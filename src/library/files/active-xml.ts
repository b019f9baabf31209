import { isUtf8 } from 'node:buffer';
import { Parser } from 'htmlparser2';

/** The namespaces of the W3C without elements that a browser gives a meaning. Feeds and schemas use them in GPX and KML. */
const plainNamespaces = new Set(['http://www.w3.org/2001/XMLSchema-instance', 'http://www.w3.org/2005/Atom']);

/**
 * Finds in an XML file what may run in a browser that shows it; undefined if there is nothing. Browsers run scripts in
 * any XML document that has elements of XHTML or SVG, or a style sheet. Declarations could hide both.
 */
export function findActiveXml(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return 'UTF-16';
  let found: string | undefined;
  const parser = new Parser(
    {
      onopentag(_name, attributes) {
        for (const [name, value] of Object.entries(attributes)) {
          const isDeclaration = name === 'xmlns' || name.startsWith('xmlns:');
          if (isDeclaration && isMeaningful(value)) found ??= `${name}="${value}"`;
        }
      },
      onprocessinginstruction(name, data) {
        if (name !== '?xml' || /\sencoding\s*=\s*["'](?!utf-8["'])/i.test(data)) found ??= `<${name}>`;
      },
    },
    { xmlMode: true },
  );
  parser.end(new TextDecoder().decode(bytes));
  return found;
}

function isMeaningful(namespace: string): boolean {
  return /^\s*https?:\/\/www\.w3\.org\//i.test(namespace) && !plainNamespaces.has(namespace);
}
