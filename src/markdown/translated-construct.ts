import type { Code, Construct, Effects, State, Tokenizer } from 'micromark-util-types';

export type Translate = (code: Code) => Code;

/**
 * A construct of the parser → one that reads each character as `translate` says, and leaves the text as the author typed it:
 * `١.` read as `1.` begins a list. Holds for its continuation lines and for the constructs that it tries within itself.
 */
export function translateConstruct(construct: Construct, translate: Translate): Construct {
  const { tokenize, continuation } = construct;
  return {
    ...construct,
    tokenize: translateTokenizer(tokenize, translate),
    ...(continuation && { continuation: translateConstruct(continuation, translate) }),
  };
}

/**
 * A tokenizer is a chain of states: each takes a character and returns the next. Some of those it returns are not its own
 * but the parser's, given back by `ok`, `nok` and attempts; they take characters as typed.
 */
function translateTokenizer(tokenize: Tokenizer, translate: Translate): Tokenizer {
  return function (effects, ok, nok) {
    let typed: Code = null;
    let foreign: State | undefined;

    const leave = (next: State | undefined): State | undefined => {
      foreign = next;
      return next;
    };
    const read =
      (state: State): State =>
      (code) => {
        typed = code;
        const next = state(translate(code));
        return next === undefined || next === foreign ? next : read(next);
      };
    const attemptWith =
      (attempt: Effects['attempt']): Effects['attempt'] =>
      (constructs, whenFound, otherwise) => {
        const translated = isConstruct(constructs) ? translateConstruct(constructs, translate) : constructs;
        const state = attempt(translated, read(whenFound), otherwise && read(otherwise));
        return () => leave(state(typed));
      };

    const translatedEffects: Effects = {
      ...effects,
      consume: () => effects.consume(typed),
      attempt: attemptWith(effects.attempt),
      check: attemptWith(effects.check),
      interrupt: attemptWith(effects.interrupt),
    };
    const start = tokenize.call(
      this,
      translatedEffects,
      () => leave(ok(typed)),
      () => leave(nok(typed)),
    );
    return read(start);
  };
}

function isConstruct(constructs: Parameters<Effects['attempt']>[0]): constructs is Construct {
  return 'tokenize' in constructs;
}
