/** The longest that a page waits for an answer. */
const patience = 20_000;

/** What a host answers where a page is no longer. */
const gone = [404, 410];

/**
 * Makes the function that asks for the page at an address again. It returns undefined if the page is still the one of
 * the last answer, `gone` if the host knows it no longer, and rejects if there is no answer or another one.
 *
 * It is an `XMLHttpRequest` because that parses the answer itself: the content policy lets no script turn a string into
 * HTML. Validators are set here, because the browser would answer from its cache where a host lets pages be kept.
 */
export function createPageRequests(address: string): () => Promise<Document | 'gone' | undefined> {
  let validators: [header: string, value: string][] = [];
  return () =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', address);
      request.responseType = 'document';
      request.timeout = patience;
      for (const [header, value] of validators) request.setRequestHeader(header, value);
      request.onerror = reject;
      request.ontimeout = reject;
      request.onload = () => {
        if (request.status === 304) return resolve(undefined);
        if (gone.includes(request.status)) {
          // The page may come back as it was, and an answer without it would be taken for another absence.
          validators = [];
          return resolve('gone');
        }
        if (request.status !== 200 || request.responseXML === null) return reject(new Error(String(request.status)));
        const kept = [
          ['If-None-Match', request.getResponseHeader('ETag')],
          ['If-Modified-Since', request.getResponseHeader('Last-Modified')],
        ] as const;
        validators = kept.flatMap(([header, value]) => (value === null ? [] : [[header, value]]));
        return resolve(request.responseXML);
      };
      request.send();
    });
}
