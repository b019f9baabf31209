import type { DigitSystem } from './arabic/digits.ts';
import { lastYearsInWords, yearsInWords } from './arabic/years-in-words.ts';

const scripts = new Map<string, string>();

/**
 * Returns the source of a blocking inline script for the element that follows a warning about an old story,
 * `<p hidden data-published="…" data-age="… #.">`. If the story is at least `least` years old now by the reader's calendar,
 * it writes the sentence into the element with their number in the place of `#`, before the browser paints what comes
 * after. So the page does not depend on the day of the build, and nothing on it moves. Until then the element is empty,
 * because programs that extract the text of pages read hidden elements too.
 */
export function ageWarningScript(least: number, digits: DigitSystem): string {
  const key = `${least} ${digits}`;
  const script = scripts.get(key) ?? writeScript(least, digits);
  scripts.set(key, script);
  return script;
}

function writeScript(least: number, digits: DigitSystem): string {
  const words = Array.from({ length: lastYearsInWords }, (_, index) => yearsInWords(index + 1, digits)).join();
  // The last two digits decide about the noun after a figure; the words of 100, 103 and 111 have its three forms.
  const [one, few, many] = [100, 103, 111].map((count) => yearsInWords(count, 'latn').replace(/^\d+ /, ''));
  const figure = digits === 'arab' ? `(y+'').replace(/./g,function(d){return'٠١٢٣٤٥٦٧٨٩'[d]})` : 'y';
  const beyond = `${figure}+' '+(r<3?'${one}':r<11?'${few}':'${many}')`;
  const age = 't-d.getFullYear()-(d.setFullYear(t)>n)';
  return `{let p=document.currentScript.previousElementSibling,s=p.dataset,d=new Date(s.published),n=new Date,t=n.getFullYear(),y=${age},r=y%100;if(y>=${least}){p.textContent=s.age.replace('#','${words}'.split(',')[y-1]||${beyond});p.hidden=0}}`;
}
