import type { ListItem, Text } from 'mdast';
import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import { list } from 'micromark-core-commonmark';
import { markdownSpace } from 'micromark-util-character';
import type { Construct, ContainerState, Effects, Extension, State, Tokenizer } from 'micromark-util-types';
import { type ListMark, readListMark } from '../lib/arabic/list-marks.ts';
import { beginsList, continuesList } from './list-lines.ts';
import { sourceLinesAt } from './source-lines.ts';
import { tokensByLength } from './tokens-by-length.ts';

declare module 'micromark-util-types' {
  interface Token {
    /** The mark of an item whose list shows it as it was typed. */
    _typedMark?: string;
  }
}

/** A code that no character has, so that CommonMark's own construct never takes the next item. */
const noMarker = -100;

/** The mark of the last item in each open list. */
const lastMarks = new WeakMap<ContainerState, ListMark>();

/** A document construct: lists as Arabs type them, `١- `, `• ` or `أ- `, behave as those of CommonMark do. */
const handTypedList: Construct = {
  name: 'handTypedList',
  tokenize: tokenizeMark,
  continuation: { tokenize: tokenizeContinuation },
  exit(effects) {
    effects.exit(this.containerState?.type ?? 'listUnordered');
  },
};

/** The constructs of CommonMark come first: this one is tried where they do not match. */
export const handTypedListSyntax: Extension = { document: { null: handTypedList } };

function tokenizeMark(this: ThisParameterType<Tokenizer>, effects: Effects, ok: State, nok: State): State {
  const { containerState = {}, events } = this;
  const tail = events.at(-1);
  const indent = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0;
  return (code) => {
    const place = sourceLinesAt(this);
    const mark = readListMark(place.rest);
    if (mark === undefined) return nok(code);
    const last = lastMarks.get(containerState);
    if (last === undefined ? !beginsList(mark, place) : !continuesList(mark, last, place)) return nok(code);
    lastMarks.set(containerState, mark);
    containerState.marker = noMarker;
    // CommonMark's construct leaves a type behind even where it does not match.
    if (last === undefined) {
      containerState.type = mark.shownAs === 'number' ? 'listOrdered' : 'listUnordered';
      effects.enter(containerState.type, { _container: true });
    }
    const prefix = effects.enter('listItemPrefix');
    return consumeMark(tokensByLength(this, effects), mark, (next) => {
      effects.exit('listItemPrefix');
      containerState.size = indent + this.sliceSerialize(prefix, true).length;
      return ok(next);
    })(code);
  };
}

/** Consumes a mark and the space behind it. A number is a token of its own, from which the item gets its value. */
function consumeMark(read: ReturnType<typeof tokensByLength>, mark: ListMark, done: State): State {
  const markEnd = mark.contentStart - mark.gapLength;
  const gap = read('listItemPrefixWhitespace', mark.contentStart, done);
  if (mark.shownAs === 'typed') return read('listItemMarker', markEnd, gap, { _typedMark: mark.typed });
  const closing = read('listItemMarker', markEnd, gap);
  if (mark.shownAs === 'bullet') return closing;
  return read('listItemMarker', mark.label.start, read('listItemValue', mark.label.end, closing));
}

const currentItem: Construct = { partial: true, tokenize: list.continuation?.tokenize ?? tokenizeMark };

/** What belongs to the item by CommonMark's rules of indentation continues it; else the next mark does. */
function tokenizeContinuation(this: ThisParameterType<Tokenizer>, effects: Effects, ok: State, nok: State): State {
  const nextMark = effects.attempt(handTypedList, ok, nok);
  const indent: State = (code) => {
    if (markdownSpace(code)) {
      effects.consume(code);
      return indent;
    }
    effects.exit('linePrefix');
    return nextMark(code);
  };
  const nextItem: State = (code) => {
    if (!markdownSpace(code)) return nextMark(code);
    effects.enter('linePrefix');
    return indent(code);
  };
  return effects.attempt(currentItem, ok, nextItem);
}

const typedMarks = new WeakMap<ListItem, Text>();

/** Writes the marks that are shown as typed into the text: `<ul data-marks="typed"><li>أ- …`. */
export const handTypedListTree: MdastExtension = {
  exit: {
    listItemMarker(token) {
      const [parent, item] = this.stack.slice(-2);
      if (token._typedMark === undefined || parent?.type !== 'list' || item?.type !== 'listItem') return;
      parent.data = { hProperties: { dataMarks: 'typed' } };
      const { line, column, offset } = token.start;
      const end = { line: token.end.line, column: token.end.column, offset: token.end.offset };
      const position = { start: { line, column, offset }, end };
      typedMarks.set(item, { type: 'text', value: `${token._typedMark} `, position });
    },
    listItem(token) {
      const item = this.stack.at(-1);
      if (item?.type === 'listItem') writeMark(item);
      this.exit(token);
    },
  },
};

function writeMark(item: ListItem): void {
  const mark = typedMarks.get(item);
  if (mark === undefined) return;
  const [first] = item.children;
  // One space in the source is the one of the text; any other gap has no place of its own.
  const start = first?.position?.start;
  if (mark.position && start?.offset === (mark.position.end.offset ?? 0) + 1) mark.position.end = start;
  if (first?.type === 'paragraph') first.children.unshift(mark);
  else item.children.unshift({ type: 'paragraph', children: [mark], position: mark.position });
}
