import type { DigitSystem } from './arabic/digits.ts';
import { lastYearsInWords, yearsInWords } from './arabic/years-in-words.ts';

/** 365.25 days in milliseconds, as JavaScript writes it in the fewest characters. */
const year = '31557600e3';

/**
 * Returns the source of a blocking inline script for the element that follows a warning about an old story,
 * `<p hidden data-published="…">`. If the story is at least `least` years old now, it puts their number in the place of
 * `#` and shows the warning, before the browser paints what comes after. So the page does not depend on the day of the
 * build, and nothing on it moves.
 */
export function ageWarningScript(least: number, digits: DigitSystem): string {
  const words = Array.from({ length: lastYearsInWords }, (_, index) => yearsInWords(index + 1, digits)).join();
  // The last two digits decide about the noun after a figure; the words of 100, 103 and 111 have its three forms.
  const [one, few, many] = [100, 103, 111].map((count) => yearsInWords(count, 'latn').replace(/^\d+ /, ''));
  const figure = digits === 'arab' ? `(y+'').replace(/./g,function(d){return'٠١٢٣٤٥٦٧٨٩'[d]})` : 'y';
  const beyond = `${figure}+' '+(r<3?'${one}':r<11?'${few}':'${many}')`;
  return `{let p=document.currentScript.previousElementSibling,y=~~((Date.now()-Date.parse(p.dataset.published))/${year}),r=y%100;if(y>=${least}){p.textContent=p.textContent.replace('#','${words}'.split(',')[y-1]||${beyond});p.hidden=0}}`;
}
