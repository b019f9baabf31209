import { describe, expect, it } from 'vitest';
import { findUrlFault, linkSchemes, schemeOf, webSchemes } from '../../../src/lib/link-schemes.ts';

describe('the target of a link', () => {
  it.each([
    'https://example.com/خبر?a=b:c#d',
    'HTTP://example.com',
    '//example.com/a',
    'mailto:a@example.com',
    'tel:+9611234567',
    'sms:+9611234567',
    'geo:33.9,35.5',
    '/2026/01/',
    '/12:30/',
    '#قسم',
    '?page=2',
    'صفحة.html',
    'wwwa.example',
    '',
  ])('%j is accepted', (url) => {
    expect(findUrlFault(url)).toBeUndefined();
  });

  it.each([
    ['htps://example.com/a', 'misspelt', 'https://example.com/a'],
    ['htttp://example.com', 'misspelt', 'http://example.com'],
    ['htttps://example.com', 'misspelt', 'https://example.com'],
    ['hptts://example.com', 'misspelt', 'https://example.com'],
    ['ttps://example.com', 'misspelt', 'https://example.com'],
    ['ttp:/example.com', 'misspelt', 'http://example.com'],
    ['xhttps://example.com', 'misspelt', 'https://example.com'],
    ['http:/example.com', 'misspelt', 'http://example.com'],
    ['https:example.com', 'misspelt', 'https://example.com'],
    ['https//example.com', 'misspelt', 'https://example.com'],
    ['https؛//example.com', 'misspelt', 'https://example.com'],
    ['https ://example.com', 'misspelt', 'https://example.com'],
    ['://example.com', 'misspelt', 'https://example.com'],
    ['(https://example.com/a)', 'misspelt', 'https://example.com/a'],
    ['«mailto:a@example.com»', 'misspelt', 'mailto:a@example.com'],
    ['الرابط:https://example.com', 'misspelt', undefined],
    ['https://http://example.com', 'misspelt', 'http://example.com'],
    ['http://https//example.com', 'misspelt', 'https://example.com'],
    ['https:', 'misspelt', undefined],
    ['https://', 'misspelt', undefined],
    ['http:///', 'misspelt', undefined],
    ['mail:a@example.com', 'misspelt', 'mailto:a@example.com'],
    ['maito:a@example.com', 'misspelt', 'mailto:a@example.com'],
    ['mailto//a@example.com', undefined, undefined],
    ['phone:+961 1 234', 'misspelt', 'tel:+961 1 234'],
    ['www.example.com/a', 'bare', 'https://www.example.com/a'],
    ['WWW.example.com', 'bare', 'https://WWW.example.com'],
    ['example.com:8080/a', 'bare', 'https://example.com:8080/a'],
    ['whatsapp://send?phone=+9611234567', 'app', 'https://wa.me/9611234567'],
    ['whatsapp://send?text=نص', 'app', undefined],
    ['tg://resolve?domain=sada_news', 'app', 'https://t.me/sada_news'],
    ['ftp://example.com/a', 'scheme', undefined],
    ['tftp://example.com/a', 'scheme', undefined],
    ['rtsp://example.com/a', 'scheme', undefined],
    ['file:///etc/passwd', 'scheme', undefined],
    ['blob:https://example.com/a', 'scheme', undefined],
    ['codepen:a', 'scheme', undefined],
    ['C:\\صور\\أ.jpg', 'scheme', undefined],
    ['data:image/png;base64,AA==', 'scheme', undefined],
    ['data:text/html,x', 'script', undefined],
    ['data:image/svg+xml,x', 'script', undefined],
    ['javascript:alert(1)', 'script', undefined],
    ['Java\tScript:alert(1)', 'script', undefined],
    ['\u0001 vbscript:x', 'script', undefined],
  ] as const)('%j is told as %s, meant as %s', (url, kind, meant) => {
    expect(findUrlFault(url)?.kind).toBe(kind);
    expect(findUrlFault(url)?.meant).toBe(meant);
  });

  it('that is meant is accepted', () => {
    for (const url of ['htps://a.example', 'mail:a@b.example', 'tell:12345', 'tg://resolve?domain=a', 'www.a.example'])
      expect(findUrlFault(findUrlFault(url)?.meant ?? 'x:')).toBeUndefined();
  });

  it('of a video is a page or a path', () => {
    expect(linkSchemes.filter((scheme) => findUrlFault(`${scheme}://a`, webSchemes) === undefined)).toEqual(webSchemes);
    expect(findUrlFault('/videos/a/', webSchemes)).toBeUndefined();
  });

  it('has the scheme that browsers read', () => {
    expect(['A+b.c-1:', ' j\nava:', '1a:', 'نص:', 'a'].map(schemeOf)).toEqual(['a+b.c-1', 'java', '', '', '']);
  });
});
