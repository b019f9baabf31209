import { decodeHTMLAttribute } from 'entities/decode';
import { Tokenizer } from 'htmlparser2';

/** An attribute of a tag; `start` and `end` are the place of its value in the text. */
export interface SlotAttribute {
  /** In lower case. */
  name: string;
  /** Decoded. */
  value: string;
  start: number;
  end: number;
}

export interface SlotTag {
  /** In lower case. */
  name: string;
  attributes: SlotAttribute[];
  /** Where the tag begins in the text, at its `<`. */
  start: number;
  /** The element around it; undefined if there is none. */
  parent: string | undefined;
  /** The text of a script or a style; '' for all others. */
  text: string;
  /** Where that text begins. */
  textStart: number;
}

export interface MarkupFault {
  kind: 'unclosed' | 'stray' | 'unfinished' | 'comment' | 'page' | 'nested' | 'outside';
  tag: string;
  start: number;
}

interface SlotMarkup {
  /** In the order of the text. */
  tags: SlotTag[];
  /** Where there is text outside of all elements. */
  looseText: number[];
  faults: MarkupFault[];
}

/** Elements whose end tag HTML lets authors leave out; an element around them has to be closed. */
const endsByItself = new Set('dd dt li optgroup option p rp rt tbody td tfoot th thead tr colgroup'.split(' '));
/** Elements that a page has once, and which the engine writes. */
const ofPage = new Set(['html', 'head', 'body', 'base', 'title', 'frameset', 'plaintext']);
/** Elements without an end tag. */
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements that browsers keep only in a table. */
const ofTable = new Set('caption col colgroup tbody td tfoot th thead tr'.split(' '));
/** Elements that browsers do not put into each other: the inner tag is dropped, or ends the outer one. */
const neverNested = new Set(['form', 'a', 'button']);
/** Elements before which browsers end an open paragraph. */
const endsParagraph = new Set(
  'address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul'.split(
    ' ',
  ),
);
/** Elements in which a paragraph around them is not ended. */
const keepsParagraph = new Set('applet button caption marquee object svg math table td template th'.split(' '));

/** Elements with a syntax of their own, in which a tag may end itself. */
const foreign = new Set(['svg', 'math']);

/**
 * Reads the HTML of a slot as a browser does, and finds what would break the page around it: elements that are not closed or
 * not opened, comments and tags that do not end, and elements of the page itself.
 */
export function readSlotMarkup(html: string): SlotMarkup {
  const reading = new MarkupReading(html);
  const tokenizer = new Tokenizer({ decodeEntities: false }, reading);
  tokenizer.write(html);
  tokenizer.end();
  return reading.finish();
}

interface OpenElement {
  tag: SlotTag;
  /** Where the text in it begins. */
  textStart: number;
}

/** Collects what the tokenizer finds. A stack of open elements tells which end tags belong to which. */
class MarkupReading {
  readonly #html: string;
  readonly #markup: SlotMarkup = { tags: [], looseText: [], faults: [] };
  readonly #open: OpenElement[] = [];
  /** How many elements of each name are open: a tag that closes none is told without a search. */
  readonly #openOf = new Map<string, number>();
  #tag: SlotTag | undefined;
  #attribute: SlotAttribute | undefined;
  #foreignDepth = 0;
  /** The text has been read up to here. */
  #read = 0;

  constructor(html: string) {
    this.#html = html;
  }

  isInForeignContext(): boolean {
    return this.#foreignDepth > 0;
  }

  onopentagname(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    if (this.#foreignDepth === 0) this.#judgePlace(name, start - 1);
    this.#tag = {
      name,
      attributes: [],
      start: start - 1,
      parent: this.#open.at(-1)?.tag.name,
      text: '',
      textStart: end,
    };
  }

  onattribname(start: number, end: number): void {
    this.#attribute = { name: this.#html.slice(start, end).toLowerCase(), value: '', start: end, end };
  }

  onattribdata(start: number, end: number): void {
    if (!this.#attribute) return;
    if (this.#attribute.start === this.#attribute.end) this.#attribute.start = start;
    this.#attribute.end = end;
  }

  onattribend(): void {
    const attribute = this.#attribute;
    if (!attribute || !this.#tag) return;
    attribute.value = decodeHTMLAttribute(this.#html.slice(attribute.start, attribute.end));
    this.#tag.attributes.push(attribute);
    this.#attribute = undefined;
  }

  onopentagend(end: number): void {
    const tag = this.#endTag(end);
    if (!tag || empty.has(tag.name)) return;
    this.#open.push({ tag, textStart: end + 1 });
    this.#count(tag.name, 1);
    if (foreign.has(tag.name)) this.#foreignDepth += 1;
  }

  /** In HTML, the slash of `<span/>` means nothing: the element is open. */
  onselfclosingtag(end: number): void {
    if (this.#foreignDepth > 0 || foreign.has(this.#tag?.name ?? '')) this.#endTag(end);
    else this.onopentagend(end);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    this.#read = this.#html.indexOf('>', end) + 1 || this.#html.length;
    if ((this.#openOf.get(name) ?? 0) === 0) {
      this.#blame(ofPage.has(name) ? 'page' : 'stray', name, start - 2);
      return;
    }
    const index = this.#open.findLastIndex(({ tag }) => tag.name === name);
    const [closed, ...inside] = this.#open.splice(index);
    for (const { tag } of inside) if (!endsByItself.has(tag.name)) this.#blame('unclosed', tag.name, tag.start);
    for (const element of [closed, ...inside]) if (element) this.#count(element.tag.name, -1);
    this.#foreignDepth -= [closed, ...inside].filter((element) => foreign.has(element?.tag.name ?? '')).length;
    if (closed && (name === 'script' || name === 'style')) {
      closed.tag.text = this.#html.slice(closed.textStart, start - 2);
      closed.tag.textStart = closed.textStart;
    }
  }

  oncomment(start: number, end: number): void {
    this.#read = end + 1;
    if (this.#html[end] !== '>') this.#blame('comment', '', this.#html.lastIndexOf('<', start));
  }

  oncdata(_start: number, end: number, offset: number): void {
    this.#read = end + offset;
  }

  ondeclaration(start: number, end: number): void {
    this.#read = end + 1;
    this.#blame('page', '!doctype', start - 2);
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.#read = end + 1;
  }

  ontext(start: number, end: number): void {
    this.#read = end;
    const text = this.#html.slice(start, end);
    if (this.#open.length === 0 && text.trim() !== '') this.#markup.looseText.push(start + text.search(/\S/));
  }

  onattribentity(): void {}
  ontextentity(): void {}
  onend(): void {}

  finish(): SlotMarkup {
    for (const { tag } of this.#open) this.#blame('unclosed', tag.name, tag.start);
    const start = this.#html.indexOf('<', this.#read);
    const isWhole = this.#read >= this.#html.length || this.#open.some(({ tag }) => tag.name === 'script');
    if (!isWhole && start !== -1) this.#blame('unfinished', '', start);
    this.#markup.faults.sort((a, b) => a.start - b.start);
    return this.#markup;
  }

  /** Ends the start tag that is being read. */
  #endTag(end: number): SlotTag | undefined {
    const tag = this.#tag;
    this.#read = end + 1;
    this.#tag = undefined;
    if (!tag) return undefined;
    if (ofPage.has(tag.name) && this.#foreignDepth === 0) {
      this.#blame('page', tag.name, tag.start);
      return undefined;
    }
    this.#markup.tags.push(tag);
    return tag;
  }

  /** Tells of an element that browsers would move or drop, and ends the paragraph that it ends. */
  #judgePlace(name: string, start: number): void {
    const isOpen = (other: string) => (this.#openOf.get(other) ?? 0) > 0;
    if (ofTable.has(name) && !isOpen('table') && !isOpen('template')) this.#blame('outside', name, start);
    if (neverNested.has(name) && isOpen(name) && !isOpen('template')) this.#blame('nested', name, start);
    if (!endsParagraph.has(name) || !isOpen('p')) return;
    const index = this.#open.findLastIndex(({ tag }) => tag.name === 'p' || keepsParagraph.has(tag.name));
    if (this.#open[index]?.tag.name !== 'p') return;
    for (const { tag } of this.#open.splice(index)) {
      if (!endsByItself.has(tag.name)) this.#blame('unclosed', tag.name, tag.start);
      this.#count(tag.name, -1);
    }
  }

  #count(name: string, change: 1 | -1): void {
    this.#openOf.set(name, (this.#openOf.get(name) ?? 0) + change);
  }

  #blame(kind: MarkupFault['kind'], tag: string, start: number): void {
    this.#markup.faults.push({ kind, tag, start });
  }
}
