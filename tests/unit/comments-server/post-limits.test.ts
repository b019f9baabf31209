import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../scripts/comments-server/database.ts';
import { type CommentIdentity, createPostLimits } from '../../../scripts/comments-server/post-limits.ts';
import type { Answer } from '../../../scripts/comments-server/waline-client.ts';

const comment: CommentIdentity = { url: '/bridge/', mail: 'huda@mail.example', nick: 'هدى', comment: 'شكرًا' };
const answer: Answer = { status: 200, body: { errno: 0 } };

/** Opens limits over an empty database. `post` resolves to what became of a comment. */
function openLimits(secondsBetween: number) {
  const database = openDatabase(':memory:');
  const insert = database.prepare(
    "INSERT INTO wl_Comment (url, mail, nick, comment, ip, status) VALUES (?, ?, ?, ?, ?, 'waiting')",
  );
  const limitPosts = createPostLimits(database, secondsBetween);
  const events: string[] = [];
  const post = (reader: string, text: string, hold: Promise<unknown> = Promise.resolve()) =>
    limitPosts(reader, { ...comment, comment: text }, async () => {
      events.push(`storing ${text}`);
      await hold;
      insert.run(comment.url, comment.mail, comment.nick, text, reader);
      return answer;
    }).then(
      () => events.push(`stored ${text}`),
      (error: Error) => events.push(`${error.message} ${text}`),
    );
  return { post, events, database };
}

describe('posts', () => {
  it('that are refused wait for no other', async () => {
    const { post, events } = openLimits(60);
    const gate = Promise.withResolvers<void>();
    await post('first', 'أول');
    const held = [post('second', 'ثان', gate.promise), post('third', 'ثالث')];
    await Promise.all(Array.from({ length: 300 }, (_, at) => post('first', `رد ${at}`)));
    await post('second', 'رد آخر');
    await post('fourth', 'أول');
    expect(events.filter((event) => !event.startsWith('rate-limit رد '))).toEqual([
      'storing أول',
      'stored أول',
      'storing ثان',
      'duplicate أول',
    ]);
    expect(events).toHaveLength(305);
    gate.resolve();
    await Promise.all(held);
    expect(events.slice(-3).sort()).toEqual(['stored ثالث', 'stored ثان', 'storing ثالث']);
  });

  it('of one comment at the same time are stored once', async () => {
    const { post, events } = openLimits(0);
    await Promise.all(['a', 'b', 'a'].map((reader) => post(reader, 'معًا')));
    expect(events).toEqual(['storing معًا', 'stored معًا', 'duplicate معًا', 'duplicate معًا']);
  });

  it('of one comment are tried again when the first could not be stored', async () => {
    const { post, events } = openLimits(0);
    await Promise.all([post('a', 'معًا', Promise.reject(new Error('failed'))), post('b', 'معًا')]);
    expect(events).toEqual(['storing معًا', 'failed معًا', 'storing معًا', 'stored معًا']);
  });

  it('of one reader are limited to one in a time, and only in that time', async () => {
    const { post, events, database } = openLimits(60);
    await Promise.all([post('a', 'أول'), post('a', 'ثان'), post('b', 'ثالث')]);
    database.exec("UPDATE wl_Comment SET insertedAt = datetime('now', 'localtime', '-61 seconds')");
    await post('a', 'رابع');
    expect(events.filter((event) => !event.startsWith('storing')).sort()).toEqual([
      'rate-limit ثان',
      'stored أول',
      'stored ثالث',
      'stored رابع',
    ]);
  });

  it('of one reader are not limited without a time', async () => {
    const { post, events } = openLimits(0);
    await Promise.all([post('a', 'أول'), post('a', 'ثان')]);
    expect(events.filter((event) => event.startsWith('stored'))).toHaveLength(2);
  });
});
