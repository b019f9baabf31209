import { splitAtIsolates } from '../lib/arabic/bidi.ts';
import { escapeMarkup } from '../lib/plain-text.ts';

/** Returns a text as HTML, with the isolates that pages give it. */
export function isolatedMarkup(text: string): string {
  return splitAtIsolates(text)
    .map(({ text: run, isolate }) => {
      if (!isolate) return escapeMarkup(run);
      const dir = isolate.dir === undefined ? '' : ` dir="${isolate.dir}"`;
      return `<${isolate.element}${dir}>${escapeMarkup(run)}</${isolate.element}>`;
    })
    .join('');
}
