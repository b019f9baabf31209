import type { Send, ServiceRequest } from '../../src/lib/comments/service.ts';

/** A recorded response of a service. A body that is not a string is sent as JSON. */
export interface RecordedAnswer {
  status: number;
  body: unknown;
}

/** Creates a `Send` that returns the answers in order. `asked` has the requests that it received. */
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

/** Returns the `failure` of the `CommentError` that a promise rejects with; `none` if it resolves. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'none',
    (error: { failure?: unknown }) => error.failure ?? error,
  );
}
