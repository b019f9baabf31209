/** A wrapper for micromark constructs that makes them read some characters as others. */
import type { Code, Construct, Effects, State, Tokenizer } from 'micromark-util-types';

/** Maps a character code to the code that the construct receives instead. */
type Translate = (code: Code) => Code;

/**
 * Wraps a construct so that its states receive `translate(code)` while the source characters are consumed: if the list
 * construct receives `1` for `١`, it accepts `١.`, and its tokens still hold `١`. Continuations and nested attempts of
 * the construct are wrapped too. The wrapped construct has no name, so that the original can be switched off by its name.
 */
export function translateConstruct(construct: Construct, translate: Translate): Construct {
  const { name: _name, tokenize, continuation, ...rest } = construct;
  return {
    ...rest,
    tokenize: translateTokenizer(tokenize, translate),
    ...(continuation && { continuation: translateConstruct(continuation, translate) }),
  };
}

/**
 * Wraps a tokenizer. This is a state machine: each state takes a code and returns the next state. States that `ok`,
 * `nok` and the attempts of `effects` return belong to micromark, not to the construct, so they must get the
 * untranslated code.
 */
function translateTokenizer(tokenize: Tokenizer, translate: Translate): Tokenizer {
  return function (effects, ok, nok) {
    let sourceCode: Code = null;
    let micromarkState: State | undefined;

    const leaveConstruct = (next: State | undefined): State | undefined => {
      micromarkState = next;
      return next;
    };
    const translateState =
      (state: State): State =>
      (code) => {
        sourceCode = code;
        const next = state(translate(code));
        return next === undefined || next === micromarkState ? next : translateState(next);
      };
    const translateAttempt =
      (attempt: Effects['attempt']): Effects['attempt'] =>
      (constructs, onSuccess, onFailure) => {
        const translated = isConstruct(constructs) ? translateConstruct(constructs, translate) : constructs;
        const state = attempt(translated, translateState(onSuccess), onFailure && translateState(onFailure));
        return () => leaveConstruct(state(sourceCode));
      };

    const translatedEffects: Effects = {
      ...effects,
      consume: () => effects.consume(sourceCode),
      attempt: translateAttempt(effects.attempt),
      check: translateAttempt(effects.check),
      interrupt: translateAttempt(effects.interrupt),
    };
    const start = tokenize.call(
      this,
      translatedEffects,
      () => leaveConstruct(ok(sourceCode)),
      () => leaveConstruct(nok(sourceCode)),
    );
    return translateState(start);
  };
}

function isConstruct(constructs: Parameters<Effects['attempt']>[0]): constructs is Construct {
  return 'tokenize' in constructs;
}
