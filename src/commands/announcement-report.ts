import type { AnnouncementRequest } from '../model/announcement.ts';
import { commandStrings } from '../strings/commands.ts';
import type { Outcome } from './announcement-sender.ts';

const words = commandStrings.announce;

/** Describes a request: the service that it notifies, the number of URLs, and the URLs. */
export function describeRequest({ service, endpoint, urls }: AnnouncementRequest): string {
  const heading = service === 'hub' ? words.feedsFor(urls.length, endpoint) : words.pagesFor(urls.length, endpoint);
  return [heading, ...urls].join('\n  ');
}

export function describeOutcome(outcome: Outcome): string {
  const { endpoint } = outcome.request;
  if (outcome.kind === 'accepted') return words.accepted(endpoint, outcome.attempts);
  if (outcome.kind === 'refused') return words.refused(endpoint, outcome.status, outcome.reason, outcome.attempts);
  return words.unreachable(endpoint, outcome.reason, outcome.attempts);
}
