import type { Send, ServiceRequest } from '../../src/lib/comments/service.ts';

/** What a service once answered; a value that is not a text stands for its JSON. */
export interface RecordedAnswer {
  status: number;
  body: unknown;
}

/** A `Send` that gives the answers in their order, and keeps what it was asked. */
export function replay(...answers: RecordedAnswer[]): { send: Send; asked: ServiceRequest[] } {
  const asked: ServiceRequest[] = [];
  return {
    asked,
    send: async (request) => {
      const answer = answers[asked.length];
      asked.push(request);
      if (answer === undefined) throw new Error(`Nothing was recorded for request ${asked.length}: ${request.url}`);
      const { status, body } = answer;
      return { status, text: typeof body === 'string' ? body : JSON.stringify(body) };
    },
  };
}

/** How a promise fails: the `failure` of a `CommentError`. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'none',
    (error: { failure?: unknown }) => error.failure ?? error,
  );
}
