import type { Effects, State, Token, TokenizeContext } from 'micromark-util-types';

/** Returns a state that consumes a token up to `end`, in UTF-16 units from the beginning; none if it is there already. */
type ReadToken = (type: Token['type'], end: number, next: State, fields?: Partial<Token>) => State;

/** For constructs that have read their line in advance, and know how long each of its tokens is. */
export function tokensByLength(context: TokenizeContext, effects: Effects): ReadToken {
  const from = context.now().column;
  return (type, end, next, fields = {}) => {
    // A tab is one unit; the virtual spaces after it are in the same column.
    const isAtEnd = (code: Parameters<State>[0]) => context.now().column - from >= end && code !== -1;
    const inside: State = (code) => {
      if (isAtEnd(code)) {
        effects.exit(type);
        return next(code);
      }
      effects.consume(code);
      return inside;
    };
    return (code) => {
      if (isAtEnd(code)) return next(code);
      effects.enter(type, fields);
      return inside(code);
    };
  };
}
