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
    'elements with data-feed="omit" are removed',
    '<figure><img src="/a.jpg"><p data-feed="omit">نص</p></figure>',
    '<figure><img src="https://news.example/a.jpg"></figure>',
  ],
  [
    'a recording keeps its sources and controls, and a link to it follows',
    '<audio src="/_files/a.mp3" controls preload="none" aria-label="كلمة"><a href="/_files/a.mp3">تسجيل صوتي <span>(MP3)</span></a></audio>',
    '<audio src="https://news.example/_files/a.mp3" controls></audio><p><a href="https://news.example/_files/a.mp3">تسجيل صوتي <span>(MP3)</span></a></p>',
  ],
  [
    'a recording in several formats is linked to in the first',
    '<figure><video controls width="640" height="360" poster="/a.jpg"><source src="/v.webm" type="video/webm"><source src="https://media.example/v.mp4" type="video/mp4"><track src="/v.vtt"></video><figcaption>وصف</figcaption></figure>',
    '<figure><video controls width="640" height="360" poster="https://news.example/a.jpg"><source src="https://news.example/v.webm" type="video/webm"><source src="https://media.example/v.mp4" type="video/mp4"></video><p><a href="https://news.example/v.webm">مقطع مرئي</a></p><figcaption>وصف</figcaption></figure>',
  ],
  [
    'a recording in a sentence is followed by its link there',
    '<p>قبل <audio src="https://media.example/a.mp3?x=1&amp;y=2"></audio> بعد</p>',
    '<p>قبل <audio src="https://media.example/a.mp3?x=1&amp;y=2" controls></audio> <a href="https://media.example/a.mp3?x=1&amp;y=2">تسجيل صوتي</a> بعد</p>',
  ],
  ['a recording without an address has no link', '<video controls></video>', '<video controls></video>'],
  [
    'an embedded page is a link with its title',
    '<figure class="embed" data-shape="wide"><a href="https://youtu.be/x" class="embed-link" data-frame="https://www.youtube-nocookie.com/embed/x" data-title="الجسر"><span class="embed-title">الجسر</span> <span class="embed-action" data-feed="omit">شغّل</span><span class="visually-hidden">، رابط خارجي</span></a><figcaption data-feed="omit">يُعرض</figcaption></figure>',
    '<figure><a href="https://youtu.be/x"><span>الجسر</span> </a></figure>',
  ],
  ['escaped text stays escaped', '<p>1 &lt; 2 &amp; «نعم»</p>', '<p>1 &lt; 2 &amp; «نعم»</p>'],
])('%s', (_name, html, expected) => {
  expect(toFeedHtml(html, 'https://news.example/')).toBe(expected);
});
