import { parseArgs } from 'node:util';
import { snapshotComments } from '../src/commands/comment-snapshot.ts';
import { openContent } from '../src/commands/open-content.ts';
import { CommentError } from '../src/lib/comments/comment.ts';
import { createIsso } from '../src/lib/comments/isso.ts';
import { createRemark42 } from '../src/lib/comments/remark42.ts';
import type { Send } from '../src/lib/comments/service.ts';
import { createWaline } from '../src/lib/comments/waline.ts';
import { resolveEnvironment } from '../src/library/environment.ts';
import { composeComments } from '../src/model/comments.ts';
import { formatProblems } from '../src/schema/problem.ts';
import { commandStrings } from '../src/strings/commands.ts';

const timeoutMs = 15_000;
const began = performance.now();
const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
const environment = resolveEnvironment(new URL('..', import.meta.url));
const library = await openContent(environment);
const { site, articles, problems } = library;
if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exit(1);
}
const threads = articles.flatMap((article) => {
  const section = composeComments(article, library);
  const key = section.state === 'none' ? undefined : section.service?.key;
  return key === undefined
    ? []
    : [{ key, page: key, title: article.title, articleId: article.id, archived: article.thread?.count ?? 0 }];
});
const service = openService();
if (service === undefined) {
  console.log(commandStrings.commentSnapshot.none);
} else {
  const { contentDirectory, now } = environment;
  const snapshot = await snapshotComments({ service, threads, contentDirectory, now, all: values.all });
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  if (snapshot.failed > 0) console.error(commandStrings.commentSnapshot.failed(snapshot.failed));
  console.log(commandStrings.commentSnapshot.done({ ...snapshot, threads: threads.length, seconds }));
}

function openService() {
  const { provider, endpoint = '', siteId } = site.comments;
  const address = { endpoint, siteId };
  if (provider === 'waline') return createWaline(address, send);
  if (provider === 'isso') return createIsso(address, send);
  if (provider === 'remark42') return createRemark42(address, send, () => undefined);
  return undefined;
}

/** Isso answers the site's own origin alone. */
async function send({ url, json, headers }: Parameters<Send>[0]): ReturnType<Send> {
  try {
    const response = await fetch(url, {
      ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
      headers: { origin: site.url, ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    throw new CommentError('down', { cause });
  }
}
