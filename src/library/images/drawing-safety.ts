import { Parser } from 'htmlparser2';
import { findOutsideLoad, findOutsideUrl } from './drawing-styles.ts';
import {
  animatedAttributes,
  animationElements,
  drawingElements,
  editorNamespaces,
  imageAttributes,
  scriptElements,
  svgNamespace,
} from './drawing-vocabulary.ts';

/** What keeps a drawing from being published. */
export interface DrawingRefusal {
  /**
   * `script`: something runs in the reader's browser; `outside`: something is loaded from elsewhere; `foreign`: an
   * element or a declaration that is not part of a drawing; `encoding`: a browser may read other characters than we do.
   */
  reason: 'script' | 'outside' | 'foreign' | 'encoding';
  /** As it would be written in the file: `<script>`, `onload="…"`. */
  found: string;
}

type Attributes = Readonly<Record<string, string>>;

/**
 * Finds in an SVG file what may run in a reader's browser, or load something from outside the file. The file must be
 * well-formed, which sharp makes sure of. Elements and targets of references are on lists of what is allowed.
 */
export function refuseDrawing(xml: string): DrawingRefusal | undefined {
  let refusal: DrawingRefusal | undefined;
  const refuse = (found: DrawingRefusal | undefined): void => {
    refusal ??= found;
  };
  const namespaces = openNamespaces();
  const styles: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        namespaces.enter(attributes);
        if (styles.length > 0) refuse({ reason: 'foreign', found: `<${name}>` });
        refuse(refuseElement(name, namespaces.of(name)) ?? refuseAttributes(name, attributes));
        if (localName(name) === 'style') styles.push('');
      },
      ontext(text) {
        if (styles.length > 0) styles.push((styles.pop() ?? '') + text);
      },
      onclosetag(name) {
        namespaces.leave();
        if (localName(name) === 'style') refuse(outside(findOutsideLoad(styles.pop() ?? '')));
      },
      onprocessinginstruction(name, data) {
        refuse(refuseDeclaration(name, data, xml));
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return refusal;
}

/** Keeps the namespaces that are declared by the open elements. */
function openNamespaces() {
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  return {
    enter(attributes: Attributes): void {
      const outer = scopes.at(-1) ?? new Map<string, string>();
      const declared = Object.entries(attributes).flatMap(([name, value]): [string, string][] =>
        isNamespaceDeclaration(name) ? [[name.slice('xmlns:'.length), value]] : [],
      );
      scopes.push(declared.length === 0 ? outer : new Map([...outer, ...declared]));
    },
    leave(): void {
      scopes.pop();
    },
    /** Returns the namespace of an element; '' if it has none, undefined if its prefix is not declared. */
    of(name: string): string | undefined {
      const [prefix] = name.includes(':') ? name.split(':') : [''];
      return scopes.at(-1)?.get(prefix ?? '') ?? (prefix === '' ? '' : undefined);
    },
  };
}

function isNamespaceDeclaration(attribute: string): boolean {
  return attribute === 'xmlns' || attribute.startsWith('xmlns:');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function refuseElement(name: string, namespace: string | undefined): DrawingRefusal | undefined {
  const local = localName(name);
  if (scriptElements.has(local.toLowerCase())) return { reason: 'script', found: `<${name}>` };
  const isDrawing = namespace === svgNamespace || namespace === '';
  if (isDrawing && drawingElements.has(local)) return undefined;
  if (!isDrawing && editorNamespaces.some((known) => namespace?.startsWith(known))) return undefined;
  return { reason: 'foreign', found: `<${name}>` };
}

function refuseAttributes(element: string, attributes: Attributes): DrawingRefusal | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    if (isNamespaceDeclaration(name)) continue;
    const reason = reasonToRefuse(localName(element), name, value);
    if (reason !== undefined) return { reason, found: `${name}="${abridge(value)}"` };
  }
  return undefined;
}

function reasonToRefuse(element: string, name: string, value: string): DrawingRefusal['reason'] | undefined {
  const local = localName(name);
  if (/^on/i.test(local) || scriptUrl.test(value.replace(ignoredInUrls, ''))) return 'script';
  if (local === 'attributeName' && animationElements.has(element) && !animatedAttributes.has(value)) return 'script';
  if (local === 'href' || local === 'src') return isInside(element, value) ? undefined : 'outside';
  if (local === 'ping' || name === 'xml:base') return 'outside';
  const find = name === 'style' || imageAttributes.has(name) ? findOutsideLoad : findOutsideUrl;
  return find(value) === undefined ? undefined : 'outside';
}

/** Browsers ignore these characters in a scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore exactly these
const ignoredInUrls = /[\u0000-\u0020\u007f-\u00a0]/g;
/** A URL that runs code: as the whole value, in a list of values or in CSS. */
const scriptUrl = /(?:^|[;,'"(])(?:javascript|vbscript|livescript):/i;
const fragment = /^\s*#\S*\s*$/;
const embeddedImage = /^\s*data:image\/(?:png|jpe?g|webp|gif)(?:;[\w=.+-]+)*,/i;
const webPage = /^\s*https:\/\/\S+\s*$/i;

/** Whether a reference stays inside the file. A link does too, until a reader follows it. */
function isInside(element: string, target: string): boolean {
  if (fragment.test(target)) return true;
  if (element === 'image' || element === 'feImage') return embeddedImage.test(target);
  return element === 'a' && webPage.test(target);
}

/** The DOCTYPE of SVG without declarations of its own, as drawing programs write it. */
const plainDoctype =
  /^!DOCTYPE\s+svg(?:\s+PUBLIC\s+(["'])-\/\/W3C\/\/DTD SVG [^"'<>[\]]*\1\s+(["'])https?:\/\/www\.w3\.org\/[^"'<>[\]]*\2)?\s*$/;
/** Encodings of which a file of ASCII characters is the same file as in UTF-8. */
const likeAscii = /^(?:us-ascii|iso-8859-\d+|windows-125\d)$/i;

/** Checks `<?xml …?>`, `<!DOCTYPE …>` and other processing instructions, such as style sheets. */
function refuseDeclaration(name: string, data: string, xml: string): DrawingRefusal | undefined {
  if (name === '?xpacket' || plainDoctype.test(data)) return undefined;
  if (name !== '?xml') return { reason: 'foreign', found: `<${name}>` };
  const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(data)?.[1] ?? 'utf-8';
  const isSameAsUtf8 = /^utf-8$/i.test(encoding) || (likeAscii.test(encoding) && isAscii(xml));
  return isSameAsUtf8 ? undefined : { reason: 'encoding', found: encoding };
}

function isAscii(text: string): boolean {
  return !/[^\t\n\r -~]/.test(text);
}

function outside(found: string | undefined): DrawingRefusal | undefined {
  return found === undefined ? undefined : { reason: 'outside', found: abridge(found) };
}

/** Shortens a value to what a message can show. */
function abridge(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > longestFound ? `${line.slice(0, longestFound - 1)}…` : line;
}

const longestFound = 60;
