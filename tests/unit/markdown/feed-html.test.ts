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
  [
    'task boxes become text',
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled aria-label="مُنجَز"> سُقي الحقل</li><li><p><input type="checkbox" disabled> حُصد القمح</p></li></ul>',
    '<ul><li>☑ سُقي الحقل</li><li><p>☐ حُصد القمح</p></li></ul>',
  ],
  [
    'a credit is parted from its caption',
    '<figure><img src="/a.jpg"><figcaption>قارب <bdi>Nile</bdi> <span class="credit">عدسة هند</span></figcaption></figure>',
    '<figure><img src="https://news.example/a.jpg"><figcaption>قارب <bdi>Nile</bdi> – <span>عدسة هند</span></figcaption></figure>',
  ],
  [
    'a credit alone stays as it is',
    '<figcaption><span class="credit">عدسة هند</span></figcaption>',
    '<figcaption><span>عدسة هند</span></figcaption>',
  ],
  [
    'footnotes stay inside the item, under ids of its own',
    '<p>نص<sup><a href="#fn-1" id="fnref-1">1</a></sup></p><ol><li id="fn-1">حاشية <a href="#fnref-1">↑</a></li></ol>',
    '<p>نص<sup><a href="#fn-1-k7q3m" id="fnref-1-k7q3m">1</a></sup></p><ol><li id="fn-1-k7q3m">حاشية <a href="#fnref-1-k7q3m">↑</a></li></ol>',
  ],
  [
    'links to headings of the article stay inside the item, however they are written',
    '<a href="#الري">1</a><a href="/k7q3m/#%D8%A7%D9%84%D8%B1%D9%8A">2</a><h2 id="الري">الري</h2>',
    '<a href="#%D8%A7%D9%84%D8%B1%D9%8A-k7q3m">1</a><a href="#%D8%A7%D9%84%D8%B1%D9%8A-k7q3m">2</a><h2 id="الري-k7q3m">الري</h2>',
  ],
  [
    'links to anchors that the item lacks lead to the page',
    '<h2 id="a" data-feed="omit">س</h2><a href="#a">1</a><a href="#%ff">2</a><a href="/other/#b">3</a><p id="b">ب</p>',
    '<a href="https://news.example/k7q3m/#a">1</a><a href="https://news.example/k7q3m/#%ff">2</a><a href="https://news.example/other/#b">3</a><p id="b-k7q3m">ب</p>',
  ],
  ['an id is given once', '<p id="a">1</p><p id="a">2</p>', '<p id="a-k7q3m">1</p><p>2</p>'],
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
  expect(toFeedHtml(html, 'https://news.example/k7q3m/', 'k7q3m')).toBe(expected);
});
