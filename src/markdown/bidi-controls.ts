import { bidiControls } from '../lib/arabic/characters.ts';
import type { BodyProblem, BodySource } from './body.ts';
import { messages } from './messages.ts';

const control = new RegExp(`[${bidiControls}]`);
const controls = new RegExp(`[${bidiControls}]+`, 'g');

/** Where a body shows readers another order than the author's editor does, in code too: one problem for each line. */
export function findBidiControls({ text, firstLine }: Pick<BodySource, 'text' | 'firstLine'>): BodyProblem[] {
  if (!control.test(text)) return [];
  return text.split(/\r?\n/).flatMap((line, index) => {
    const at = line.search(control);
    if (at === -1) return [];
    const suggestion = line.replace(controls, '');
    return [{ line: firstLine + index, column: at + 1, message: messages.bidiControl(), suggestion }];
  });
}
