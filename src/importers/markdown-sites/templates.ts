import { slugify } from '../../lib/arabic/slug.ts';
import type { Generator } from './project.ts';

/** A body whose template tags have become Markdown. */
export interface Expanded {
  text: string;
  /** The tags that were removed; what was between a start tag and its end tag stays. */
  unknown: string[];
}

/** Finds the address of the document that a template names by its file. */
export type FindDocument = (name: string) => string | undefined;

/** Replaces what a generator would fill in when it builds a page by Markdown. */
export function expandTemplates(
  body: string,
  syntax: Generator['syntax'] | 'none',
  findDocument: FindDocument,
): Expanded {
  const unknown: string[] = [];
  const expanded = {
    hugo: () => expandHugo(body, findDocument, unknown),
    liquid: () => expandLiquid(body, findDocument, unknown),
    jsx: () => outsideOfCode(body, (text) => expandJsx(text, unknown)),
    none: () => body,
  }[syntax]();
  const anchors = findAnchors(expanded);
  return { text: outsideOfCode(expanded, (text) => withoutAttributeLists(text, anchors)), unknown };
}

/** Code between fences, or between backticks in a line. */
const code = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[`~]*[^\S\n]*$|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)/gm;

/** Changes a text except for its code. */
function outsideOfCode(text: string, change: (text: string) => string): string {
  let result = '';
  let end = 0;
  for (const { 0: whole, index } of text.matchAll(code)) {
    result += change(text.slice(end, index)) + whole;
    end = index + whole.length;
  }
  return result + change(text.slice(end));
}

const headingWithId = /^(#{1,6} (.*?))[^\S\n]*\{#([^}\s]+)\}[^\S\n]*$/gm;

/** Maps the ids that headings are given to those that the site makes of their texts. */
function findAnchors(text: string): Map<string, string> {
  return new Map([...text.matchAll(headingWithId)].map(([, , title = '', id = '']) => [id, slugify(title)]));
}

/** Attributes as they are written in tags: `key="value"`, and values without a key. */
interface Attributes {
  named: ReadonlyMap<string, string>;
  values: readonly string[];
}

function readAttributes(written: string): Attributes {
  const named = new Map<string, string>();
  const values: string[] = [];
  for (const [, key, double, single, bare, alone] of written.matchAll(
    /([\w-]+)\s*[=:]\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s,]+))|("[^"]*"|'[^']*'|[^\s,]+)/g,
  )) {
    if (key === undefined) values.push((alone ?? '').replace(/^["'`]|["'`]$/g, ''));
    else named.set(key.toLowerCase(), (double ?? single ?? bare ?? '').replace(/\\"/g, '"'));
  }
  return { named, values };
}

/** The pages that common tags show, by the name of the tag and the id that it has. */
const pages: Readonly<Record<string, (attributes: Attributes) => string | undefined>> = {
  youtube: (given) => withId(given, (id) => `https://www.youtube.com/watch?v=${id}`),
  vimeo: (given) => withId(given, (id) => `https://vimeo.com/${id}`),
  instagram: (given) => withId(given, (id) => `https://www.instagram.com/p/${id}/`),
  tweet: postOnX,
  twitter: postOnX,
  x: postOnX,
  gist: ({ values: [user, id] }) => (user && id ? `https://gist.github.com/${user}/${id}` : undefined),
};

function withId({ named, values }: Attributes, addressOf: (id: string) => string): string | undefined {
  const id = named.get('id') ?? values[0];
  if (id === undefined) return undefined;
  return /^https?:/.test(id) ? id : addressOf(id);
}

function postOnX({ named, values }: Attributes): string | undefined {
  const id = named.get('id') ?? values.find((value) => /^\d+$/.test(value));
  const user = named.get('user') ?? values.find((value) => !/^\d+$/.test(value)) ?? 'i';
  if (/^https?:/.test(user)) return user;
  return id === undefined ? undefined : `https://x.com/${user}/status/${id}`;
}

function asBlock(text: string): string {
  return `\n\n${text}\n\n`;
}

function image({ named, values }: Attributes): string | undefined {
  const source = ['src', 'image_path', 'image', 'url', 'file'].map((key) => named.get(key)).find(Boolean) ?? values[0];
  if (source === undefined) return undefined;
  const captions = ['title', 'caption', 'attr'].map((key) => plain(named.get(key) ?? ''));
  const caption = captions.filter((part) => part !== '').join(' – ');
  // Hexo writes sizes and the description after the name: `{% asset_img port.png 300 200 رافعة %}`.
  const described = values.filter((value) => value !== source && !/^\d+$/.test(value)).join(' ');
  const alt = plain(named.get('alt') ?? described);
  const title = caption === '' ? '' : ` "${caption.replaceAll('"', '\\"')}"`;
  const shown = `![${alt.replace(/[[\]]/g, '')}](<${source}>${title})`;
  const link = named.get('link') ?? named.get('href');
  return asBlock(link === undefined ? shown : `[${shown}](<${link}>)`);
}

function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function fence(language: string, code: string): string {
  const mark = code.includes('```') ? '````' : '```';
  return asBlock(`${mark}${language}\n${code.replace(/^\n|\n$/g, '')}\n${mark}`);
}

const hugoTag = /\{\{([<%])\s*(\/?)\s*(\w[\w./-]*)((?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`])*?)(\/?)\s*[>%]\}\}/g;

function expandHugo(body: string, findDocument: FindDocument, unknown: string[]): string {
  const withCode = body.replace(
    /\{\{[<%]\s*highlight\s+"?([\w+#-]+)"?[^>%]*[>%]\}\}([\s\S]*?)\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
    (_whole, language: string, code: string) => fence(language, code),
  );
  return withCode
    .replace(hugoTag, (whole: string, _kind, slash: string, name: string, written: string) => {
      const attributes = readAttributes(written);
      if (name === 'ref' || name === 'relref')
        return findDocument(attributes.values[0] ?? '') ?? `/${attributes.values[0] ?? ''}`;
      const found =
        slash === ''
          ? (pageBlock(name, attributes) ?? (/^fig(?:ure)?$|^image$|^img$/.test(name) ? image(attributes) : undefined))
          : '';
      if (found !== undefined && found !== '') return found;
      if (slash === '' && name !== 'highlight') unknown.push(whole);
      return '';
    })
    .replace(/\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g, '{{$1$2$3}}');
}

function pageBlock(name: string, attributes: Attributes): string | undefined {
  const page = pages[name]?.(attributes);
  return page === undefined ? undefined : asBlock(page);
}

/** Tags of Liquid and Nunjucks that only steer, and show nothing themselves. */
const steering =
  /^(?:if|elsif|else|endif|unless|endunless|for|endfor|assign|set|capture|endcapture|case|when|endcase|extends|block|endblock)$/;

function expandLiquid(body: string, findDocument: FindDocument, unknown: string[]): string {
  const raw: string[] = [];
  const keep = (text: string): string => `\u0001${raw.push(text) - 1}\u0001`;
  const text = body
    .replace(
      /\{%-?\s*(?:raw|verbatim)\s*-?%\}([\s\S]*?)\{%-?\s*end(?:raw|verbatim)\s*-?%\}/g,
      (_whole, inner: string) => keep(inner),
    )
    .replace(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, '')
    .replace(
      /\{%-?\s*(?:highlight|codeblock|code)\s*([\w+#-]*)[^%]*%\}([\s\S]*?)\{%-?\s*end(?:highlight|codeblock|code)\s*-?%\}/g,
      (_whole, language: string, code: string) => keep(fence(language, code)),
    )
    .replace(
      /\{%-?\s*(?:blockquote|pullquote)\s*([^%]*?)-?%\}([\s\S]*?)\{%-?\s*end(?:blockquote|pullquote)\s*-?%\}/g,
      (_whole, source: string, inner: string) => {
        const last = source.trim() === '' ? '' : `\n\n– ${source.trim()}`;
        return asBlock(`${inner.trim()}${last}`.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>'));
      },
    )
    .replace(/\{%-?\s*(\w+)((?:"[^"]*"|'[^']*'|[^"'%])*?)\s*-?%\}/g, (whole: string, name: string, written: string) =>
      expandLiquidTag(whole, name, written.trim(), findDocument, unknown),
    )
    .replace(/\{\{-?\s*((?:"[^"]*"|'[^']*'|[^"'}])*?)\s*-?\}\}/g, (whole: string, expression: string) => {
      const filled = fillExpression(expression);
      if (filled === undefined) unknown.push(whole);
      return filled ?? '';
    });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a mark that no text has
  return text.replace(/\u0001(\d+)\u0001/g, (_mark, index: string) => raw[Number(index)] ?? '');
}

function expandLiquidTag(
  whole: string,
  name: string,
  written: string,
  findDocument: FindDocument,
  unknown: string[],
): string {
  const attributes = readAttributes(written);
  const [first = ''] = attributes.values;
  if (name === 'link' || name === 'post_url' || name === 'post_path') return findDocument(first) ?? `/${first}`;
  if (name === 'asset_path') return first;
  const isInclude = name === 'include' || name === 'include_cached' || name === 'render';
  const inner = isInclude
    ? first
        .replace(/\.\w+$/, '')
        .split('/')
        .at(-1)
    : name;
  const rest = isInclude ? { named: attributes.named, values: attributes.values.slice(1) } : attributes;
  const shown =
    pageBlock(inner ?? '', rest) ??
    (/^(?:figure|image|img|asset_img|picture)$/.test(inner ?? '') ? image(rest) : undefined);
  if (shown !== undefined) return shown;
  if (!steering.test(name) && !name.startsWith('end')) unknown.push(whole);
  else if (/^(?:if|unless|for|case)$/.test(name)) unknown.push(whole);
  return '';
}

/** Fills an expression whose value the source tells: the address of the site, or of a path. */
function fillExpression(expression: string): string | undefined {
  if (/^(?:site\.(?:baseurl|url)|config\.(?:root|url))$/.test(expression)) return '';
  return /^["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|url)\b/.exec(expression)?.[1];
}

/** Removes imports and components of MDX. What is between the tags of a component stays. */
function expandJsx(body: string, unknown: string[]): string {
  return body
    .replace(/^(?:import|export)\s.*(?:from\s+)?["'][^"']+["'];?\s*$/gm, (line) => {
      if (!/^import\b/.test(line)) unknown.push(line);
      return '';
    })
    .replace(
      /<(\/?)([A-Z][\w.]*)((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*\/?>/g,
      (whole, slash, name, written) => {
        if (slash !== '') return '';
        const attributes = readAttributes(String(written).replace(/=\{["'`]?([^}]*?)["'`]?\}/g, '="$1"'));
        const shown =
          pageBlock(String(name).toLowerCase(), attributes) ??
          (/^(?:Image|Picture|Figure)$/.test(name) ? image(attributes) : undefined);
        if (shown === undefined) unknown.push(whole);
        return shown ?? '';
      },
    )
    .replace(/\{[^{}\n]*\}/g, (expression) => {
      unknown.push(expression);
      return '';
    });
}

/** Removes attributes of kramdown and Goldmark (`{: .wide}`, `{#place}`), and the mark of a table of contents. */
function withoutAttributeLists(text: string, anchors: ReadonlyMap<string, string>): string {
  return text
    .replace(/^[*-] TOC\n\{:toc\}\s*$/gim, '')
    .replace(/^\[TOC\]\s*$/gim, '')
    .replace(/^\{:[^}\n]*\}[^\S\n]*$/gm, '')
    .replace(/\{:[^}\n]*\}/g, '')
    .replace(headingWithId, '$1')
    .replace(/\]\(#([^)\s]+)\)/g, (whole, id: string) => (anchors.has(id) ? `](#${anchors.get(id)})` : whole));
}
