import { expect, test } from 'vitest';
import { toFeedHtml } from '../../../src/markdown/feed-html.ts';

test.each([
  ['relative URLs become absolute', '<a href="/k7q3m/#x">نص</a>', '<a href="https://news.example/k7q3m/#x">نص</a>'],
  [
    'Arabic paths are encoded',
    '<a href="/t/نيل/">نص</a>',
    '<a href="https://news.example/t/%D9%86%D9%8A%D9%84/">نص</a>',
  ],
  ['other URLs stay', '<a href="mailto:a@b.example">نص</a>', '<a href="mailto:a@b.example">نص</a>'],
  [
    'a picture keeps only its image',
    '<picture><source type="image/avif" srcset="/_images/a.avif 800w"><img src="/_images/a.jpg" srcset="x" alt="قارب" width="8" height="5" loading="lazy"></picture>',
    '<picture><img src="https://news.example/_images/a.jpg" alt="قارب" width="8" height="5"></picture>',
  ],
  [
    'scripts and buttons are removed with their content',
    '<p>قبل<script>x</script><button>زر</button></p>',
    '<p>قبل</p>',
  ],
  [
    'attributes for scripts and styles are removed',
    '<p class="a" data-b="c" style="d" onclick="e">نص</p>',
    '<p>نص</p>',
  ],
  [
    'lists get their digits from an inline style',
    '<ol start="3" data-digits="arab" class="a"><li data-digits="arab">أ</li></ol><ol data-digits="x"></ol>',
    '<ol start="3" style="list-style-type: arabic-indic"><li>أ</li></ol><ol></ol>',
  ],
  [
    'lists keep the numbers of their items',
    '<ol start="1948" data-numbers="wide"><li>أ</li><li value="1967">ب</li></ol><ol reversed><li>ج</li></ol>',
    '<ol start="1948"><li>أ</li><li value="1967">ب</li></ol><ol reversed><li>ج</li></ol>',
  ],
  [
    'lists whose marks are in the text get no bullets beside them',
    '<ul data-marks="typed"><li>أ- نعم</li></ul>',
    '<ul style="list-style-type: none"><li>أ- نعم</li></ul>',
  ],
  [
    'elements with data-feed="omit" are removed',
    '<figure><img src="/a.jpg"><p data-feed="omit">نص</p></figure>',
    '<figure><img src="https://news.example/a.jpg"></figure>',
  ],
  ['escaped text stays escaped', '<p>1 &lt; 2 &amp; «نعم»</p>', '<p>1 &lt; 2 &amp; «نعم»</p>'],
])('%s', (_name, html, expected) => {
  expect(toFeedHtml(html, 'https://news.example/')).toBe(expected);
});
