import { describe, expect, it } from 'vitest';
import { refuseDrawing } from '../../../../src/library/images/drawing-safety.ts';
import { measureImage } from '../../../../src/library/images/image-encoding.ts';
import { acceptedDrawings, refusedDrawings } from '../../../support/drawings.ts';

describe('a drawing', () => {
  it.each(refusedDrawings)('with $name is refused', ({ svg, reason, found }) => {
    expect(refuseDrawing(svg)).toEqual({ reason, found });
  });

  it.each(acceptedDrawings)('is accepted: %s', async (_, svg) => {
    expect(refuseDrawing(svg)).toBeUndefined();
    expect(await measureImage(new TextEncoder().encode(svg))).toMatchObject({ untouched: 'svg' });
  });

  it('is refused with the beginning of a long value', () => {
    const style = `fill: url(https://elsewhere.example/${'a'.repeat(200)})`;
    const refusal = refuseDrawing(`<svg xmlns="http://www.w3.org/2000/svg" style="${style}"/>`);
    expect(refusal?.found).toBe(`style="${style.slice(0, 59)}…"`);
  });

  it.each([
    ['that ends within a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)'],
    ['with two elements at its root', '<svg xmlns="http://www.w3.org/2000/svg"/><script>alert(1)</script>'],
    ['with an attribute twice', '<svg xmlns="http://www.w3.org/2000/svg" id="a" id="b"/>'],
    ['with an attribute without quotation marks', '<svg xmlns="http://www.w3.org/2000/svg" id=a/>'],
  ])('%s is unreadable, since parsers read it differently', async (_, svg) => {
    expect(await measureImage(new TextEncoder().encode(svg))).toEqual({ reason: 'unreadable' });
  });

  it('in an encoding of one byte for each letter is refused', async () => {
    const head =
      '<?xml version="1.0" encoding="iso-8859-1"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">';
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from('<title>\xe4\xd5</title></svg>', 'latin1')]);
    expect(await measureImage(bytes)).toEqual({ reason: 'encoding', found: '' });
  });
});
