export interface ReadPiece {
  text: string;
  element: HTMLElement;
}

/** Of what is in a text, these are not read: what is seen rather than said. */
const unread =
  'nav, figure, pre, table, audio, video, iframe, sup, .footnotes, .slot, [aria-hidden="true"], [hidden], script, style';
const blocks = 'p, h2, h3, h4, li, dt, dd';

/** Longer utterances stop half-way in Chromium. */
const longest = 200;

const abbreviation = /(?:^|[\s([«"“])(?:\p{L}\p{M}*\.)+$/u;

/** Returns what is read of an article, in the order of reading: headline, standfirst and text, a sentence at a time. */
export function piecesOf(article: ParentNode): ReadPiece[] {
  const title = article.querySelector<HTMLElement>('h1');
  const standfirst = article.querySelector<HTMLElement>('.standfirst');
  // The pinned entry of live coverage stands above the others, and once more among them.
  const isRepeated = (element: Element) => element.closest('.live-entry')?.querySelector('.pinned');
  const texts = [...article.querySelectorAll<HTMLElement>(`.prose :is(${blocks}), .live-entry > h3`)].filter(
    (element) => !element.closest(unread) && !element.parentElement?.closest('.prose p') && !isRepeated(element),
  );
  return [title, standfirst, ...texts].flatMap((element) =>
    element ? sentencesOf(ownText(element)).map((text) => ({ text, element })) : [],
  );
}

/** Returns the text of a block without that of the blocks in it, which are read by themselves. */
function ownText(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const other of copy.querySelectorAll(`${unread}, ${blocks}, ul, ol`)) other.remove();
  return copy.textContent;
}

/**
 * Divides a text after its sentences, and long sentences after commas or between words. Points and colons in numbers,
 * hours, dates and addresses end no sentence, nor do abbreviations of a letter: «د. أحمد».
 */
export function sentencesOf(text: string): string[] {
  const parts = text.replace(/\s+/g, ' ').match(/.+?(?:[.!؟?…:][.!؟?…:»"”)\]]*(?= |$)|$)/g) ?? [];
  const sentences: string[] = [];
  for (const part of parts) {
    const before = sentences.at(-1);
    if (before !== undefined && abbreviation.test(before)) sentences.splice(-1, 1, before + part);
    else sentences.push(part);
  }
  return sentences.flatMap((sentence) => divide(sentence.trim())).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function divide(sentence: string): string[] {
  if (sentence.length <= longest) return [sentence];
  const start = sentence.slice(0, longest);
  const end = Math.max(start.lastIndexOf('، '), start.lastIndexOf('؛ ')) + 1 || start.lastIndexOf(' ') + 1 || longest;
  return [sentence.slice(0, end).trim(), ...divide(sentence.slice(end).trim())];
}
