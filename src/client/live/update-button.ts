import type { DigitSystem } from '../../lib/arabic/digits.ts';
import { countNoun, type NounForms } from '../../lib/arabic/plural.ts';

/** The words of the button, from the attributes of `section[data-live]`. */
interface Words {
  /** The forms of «٣ تحديثات جديدة». */
  count: NounForms;
  toNewest: string;
  digits: DigitSystem;
}

/**
 * The button above the page that says how many entries are new and brings them in. Afterwards it leads to the newest of
 * them, if that is out of sight. It lies over the page, so that it moves nothing.
 */
export class UpdateButton {
  readonly #button = document.createElement('button');
  readonly #status = document.createElement('p');
  readonly #words: Words;
  #count = 0;
  #leadsTo: HTMLElement | undefined;

  constructor(section: HTMLElement, onPress: () => void) {
    const { liveCount = '{}', liveToNewest = '', liveDigits } = section.dataset;
    const digits = liveDigits === 'arab' ? 'arab' : 'latn';
    this.#words = { count: JSON.parse(liveCount), toNewest: liveToNewest, digits };
    this.#button.type = 'button';
    this.#button.className = 'live-new';
    this.#button.hidden = true;
    this.#button.addEventListener('click', () => (this.#leadsTo ? this.#goToNewest(this.#leadsTo) : onPress()));
    this.#status.role = 'status';
    this.#status.className = 'visually-hidden';
    section.querySelector('[data-live-entries]')?.before(this.#button);
    section.append(this.#status);
  }

  /** Says how many entries are new. A screen reader is told when there are more than before. */
  say(count: number): void {
    if (count === 0 && this.#leadsTo) return;
    const text = countNoun(count, this.#words.count, this.#words.digits);
    if (count > this.#count) this.announce(text);
    this.#count = count;
    this.#leadsTo = undefined;
    this.#button.textContent = text;
    this.#button.hidden = count === 0;
  }

  announce(sentence: string): void {
    this.#status.textContent = sentence;
  }

  /** Offers the way to an entry that has been inserted above what is being read, or to news of it, until it is seen. */
  leadTo(entry: HTMLElement, text = this.#words.toNewest): void {
    this.#count = 0;
    this.#leadsTo = entry;
    this.#button.textContent = text;
    this.#button.hidden = false;
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      if (this.#leadsTo === entry) this.#hide();
    });
    observer.observe(entry);
  }

  hide(): void {
    this.#count = 0;
    this.#hide();
  }

  #hide(): void {
    this.#leadsTo = undefined;
    this.#button.hidden = true;
  }

  #goToNewest(entry: HTMLElement): void {
    entry.scrollIntoView({ block: 'start' });
    entry.querySelector<HTMLElement>('a[href]')?.focus({ preventScroll: true });
    this.#hide();
  }
}
