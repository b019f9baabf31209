import { escapeUTF8 } from 'entities';
import { showUnprintable } from '../../lib/printable-text.ts';
import type { Problem } from '../../schema/problem.ts';
import { commandStrings } from '../../strings/commands.ts';

const words = commandStrings.dev;

const sheets = ['layers', 'tokens', 'fonts', 'problems'];
const styles = sheets.map((name) => linkTo(`/src/styles/${name}.css`)).join('');

/**
 * Writes the page that `dev` shows in the place of one that problems keep from being shown. It reloads by Vite's client
 * when a file changes.
 * @param own the problems of the page
 * @param all those of the whole content
 * @param ownSheet the URL of the newsroom's own style sheet
 */
export function writeProblemPage(own: readonly Problem[], all: readonly Problem[], ownSheet?: string): string {
  const others = all.filter((problem) => !own.includes(problem));
  const elsewhere = others.length === 0 ? '' : `<h2>${words.elsewhere}</h2>${others.map(describe).join('')}`;
  return [
    '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<title>${words.title}</title>${styles}${ownSheet === undefined ? '' : linkTo(ownSheet)}<script type="module" src="/@vite/client"></script></head>`,
    `<body class="problem-page"><main><h1>${words.title}</h1>${own.map(describe).join('')}${elsewhere}</main></body></html>`,
  ].join('\n');
}

function linkTo(sheet: string): string {
  return `<link rel="stylesheet" href="${sheet}">`;
}

/** Writes the bar at the foot of a page that can be shown though other files have problems. */
export function writeProblemBar(problems: readonly Problem[]): string {
  return [
    '<link rel="stylesheet" href="/src/styles/problems.css"><details class="problem-bar" dir="rtl" lang="ar">',
    `<summary>${words.problems(problems.length)}</summary>${problems.map(describe).join('')}</details>`,
  ].join('');
}

function describe({ file, line, column, source, message, suggestion }: Problem): string {
  const written = source === undefined ? '' : `<pre dir="auto">${markFrom(source, column)}</pre>`;
  const corrected =
    suggestion === undefined
      ? ''
      : `<p>${words.corrected}</p><pre dir="auto" class="corrected">${toHtml(suggestion)}</pre>`;
  return `<section class="problem"><h3>${words.place(`<bdi>${toHtml(file)}</bdi>`, line)}</h3><p>${toHtml(message)}</p>${written}${corrected}</section>`;
}

/** Marks a line from the column at which its mistake begins. */
function markFrom(source: string, column = 1): string {
  return `${toHtml(source.slice(0, column - 1))}<mark>${toHtml(source.slice(column - 1))}</mark>`;
}

function toHtml(text: string): string {
  return escapeUTF8(showUnprintable(text));
}
