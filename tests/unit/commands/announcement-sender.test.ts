import { afterEach, expect, it } from 'vitest';
import { sendAnnouncement } from '../../../src/commands/announcement-sender.ts';
import type { AnnouncementRequest } from '../../../src/model/announcement.ts';
import { type Answer, type HttpService, startService } from '../../support/http-service.ts';

const started: HttpService[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((service) => service.close()));
});

async function serve(...answers: (Answer | 'hang')[]): Promise<HttpService> {
  const service = await startService(...answers);
  started.push(service);
  return service;
}

function requestTo(origin: string): AnnouncementRequest {
  return {
    service: 'hub',
    endpoint: `${origin}/hub`,
    contentType: 'application/x-www-form-urlencoded',
    body: 'hub.mode=publish',
    urls: ['https://news.example/rss.xml'],
  };
}

/** Repeats without a pause. Answers come within milliseconds; the long timeout is for busy machines. */
const quick = { retries: 2, pauseMs: 1, timeoutMs: 30_000 };

it('an announcement arrives unchanged', async () => {
  const service = await serve({ status: 204 });
  const request = requestTo(service.origin);
  expect(await sendAnnouncement(request, quick)).toEqual({ request, attempts: 1, kind: 'accepted', status: 204 });
  expect(service.received).toEqual([
    { path: '/hub', contentType: 'application/x-www-form-urlencoded', body: 'hub.mode=publish' },
  ]);
});

it.each([408, 425, 429, 500, 503])('after status %i the request is repeated', async (status) => {
  const service = await serve({ status }, { status }, { status: 202 });
  expect(await sendAnnouncement(requestTo(service.origin), quick)).toMatchObject({ kind: 'accepted', attempts: 3 });
});

it.each([400, 403, 404, 422])('after status %i the request is not repeated', async (status) => {
  const service = await serve({ status, body: 'لا' }, { status: 200 });
  expect(await sendAnnouncement(requestTo(service.origin), quick)).toMatchObject({
    kind: 'refused',
    attempts: 1,
    status,
    reason: 'لا',
  });
});

it('a service that stays busy counts as refusing after all retries', async () => {
  const service = await serve({ status: 503, body: 'busy' });
  expect(await sendAnnouncement(requestTo(service.origin), quick)).toMatchObject({
    kind: 'refused',
    attempts: 3,
    status: 503,
    reason: 'busy',
  });
  expect(service.received).toHaveLength(3);
});

it('a request is repeated after the pause that the service asks for', async () => {
  const service = await serve({ status: 429, headers: { 'retry-after': '1' } }, { status: 200 });
  const pauses: number[] = [];
  const wait = async (milliseconds: number) => pauses.push(milliseconds);
  const outcome = await sendAnnouncement(requestTo(service.origin), { ...quick, wait });
  expect([outcome, pauses]).toEqual([expect.objectContaining({ kind: 'accepted', attempts: 2 }), [1000]]);
});

it('a service that never answers, or does not exist, is unreachable', async () => {
  const silent = await serve('hang');
  const silence = await sendAnnouncement(requestTo(silent.origin), { ...quick, retries: 1, timeoutMs: 50 });
  expect(silence).toMatchObject({ kind: 'unreachable', attempts: 2 });
  const gone = await startService();
  await gone.close();
  const absence = await sendAnnouncement(requestTo(gone.origin), { ...quick, retries: 1 });
  expect(absence).toMatchObject({ kind: 'unreachable', attempts: 2, reason: expect.stringContaining('ECONNREFUSED') });
});
