import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { WatchedLibrary } from '../../library/astro-handover.ts';
import { readContentText } from '../../library/content/content-text.ts';
import { currentEnvironment } from '../../library/current-library.ts';
import { hrefTo } from '../../model/urls.ts';
import { formatProblem, type Problem } from '../../schema/problem.ts';
import { commandStrings } from '../../strings/commands.ts';
import { writeProblemBar, writeProblemPage } from './problem-page.ts';
import { problemsOfPage } from './problem-pages.ts';

type Handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** What `dev` says of the problems of the content. */
export interface ShownProblems {
  /** Answers requests for pages that problems keep from being shown, and adds a bar to the others. */
  handle: Handle;
  /** Tells the problems in the terminal if they are others than before. */
  tell(): void;
}

const words = commandStrings.dev;
const pageType = 'text/html; charset=utf-8';

export function showProblems(watched: WatchedLibrary): ShownProblems {
  let told = '';
  const tell = async () => {
    const { problems } = await watched.whole();
    const report = describeProblems(problems);
    if (report !== told) console.log(report === '' ? words.mended : report);
    told = report;
  };
  return {
    tell() {
      tell().catch(() => undefined);
    },
    async handle(request, response, next) {
      const page = pageOf(request);
      if (page === undefined) return next();
      nameCharset(response);
      try {
        const library = await watched.whole();
        if (library.problems.length === 0) return next();
        const { contentDirectory } = currentEnvironment();
        const own = await problemsOfPage(page, library, (file) => readContentText(contentDirectory, file));
        const sheet = library.ownerStyles && hrefTo(library.ownerStyles.sheet, library.site);
        if (own.length > 0) return respond(response, writeProblemPage(own, library.problems, sheet));
        appendToPage(response, writeProblemBar(library.problems));
      } catch {
        // What keeps the content from being read at all is reported by the page, which reads it too.
      }
      next();
    },
  };
}

function describeProblems(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  return [...problems.map(formatProblem), words.problems(problems.length)].join('\n');
}

/** Returns the decoded path of the page that is asked for; undefined if something else is. */
function pageOf({ method, url = '' }: IncomingMessage): string | undefined {
  const [path = ''] = url.split(/[?#]/);
  if (method !== 'GET' || /^\/[@_]|^\/(?:src|node_modules)\/|\.[a-z\d]+$/i.test(path)) return undefined;
  try {
    return decodeURI(path).normalize('NFC').replace(/\/?$/, '/');
  } catch {
    return undefined;
  }
}

function respond(response: ServerResponse, html: string): void {
  response.writeHead(500, { 'content-type': pageType, 'cache-control': 'no-store' });
  response.end(html);
}

/** Names the encoding of pages, which Astro leaves out where it answers that a page could not be rendered. */
function nameCharset(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...given: unknown[]) => {
    const [headers] = given as [OutgoingHttpHeaders | undefined];
    for (const name of ['content-type', 'Content-Type']) if (headers?.[name] === 'text/html') headers[name] = pageType;
    if (response.getHeader('content-type') === 'text/html') response.setHeader('content-type', pageType);
    return writeHead(status, ...(given as [OutgoingHttpHeaders]));
  }) as typeof response.writeHead;
}

/** Sends more HTML after a page; responses of other types stay as they are. */
function appendToPage(response: ServerResponse, html: string): void {
  const writeHead = response.writeHead.bind(response);
  const end = response.end.bind(response);
  let isPage = false;
  response.writeHead = ((status: number, given: OutgoingHttpHeaders = {}) => {
    const { 'content-length': _length, 'Content-Length': _sameLength, ...headers } = given;
    const type = headers['content-type'] ?? headers['Content-Type'] ?? response.getHeader('content-type');
    isPage = String(type).startsWith('text/html');
    return writeHead(status, isPage ? headers : given);
  }) as typeof response.writeHead;
  response.end = ((chunk?: unknown) => {
    if (chunk !== undefined && chunk !== null) response.write(chunk);
    return end(isPage ? html : undefined);
  }) as typeof response.end;
}
