/**
 * The arm of a joined kaf or gaf reaches over the letter before it: in the face of headlines 0.12 of the size. At the
 * beginning of a line there is no such letter, and the arm stands out beyond the margin.
 */
export function overhangsMargin(headline: string): boolean {
  return /^[كگک]\p{M}*\p{L}/u.test(headline);
}
