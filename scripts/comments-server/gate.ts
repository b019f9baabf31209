import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { CommentFailure } from '../../src/lib/comments/comment.ts';
import { sendAnswer } from './answers.ts';
import { describeFault } from './faults.ts';
import {
  changeComment,
  deleteComment,
  type Gate,
  type GateHandler,
  postComment,
  readComments,
  reportHealth,
  signIn,
} from './handlers.ts';
import { addressOf } from './reader-address.ts';
import { bearerToken, type GateContext, type GateEnvironment, Refusal } from './requests.ts';

type GateMiddleware = MiddlewareHandler<GateEnvironment>;

const comments = '/api/comment';
const oneComment = '/api/comment/:id{[0-9]{1,9}}';

/**
 * Creates the gate: a reverse proxy in front of Waline (https://waline.js.org), which by itself accepts any request
 * from anyone. The gate lets through only the requests listed here, and rebuilds each from its checked parts.
 * @param HonoClass comes from the installation, because the server runs without the site's packages
 */
export function createGate(HonoClass: typeof Hono, gate: Gate): Hono<GateEnvironment> {
  const { site, trustsProxy } = gate.settings;
  // By default, Hono matches the decoded path. Only the exact path may match.
  const app = new HonoClass<GateEnvironment>({ getPath: ({ url }) => new URL(url).pathname });
  const handle = (handler: GateHandler) => async (context: GateContext) =>
    sendAnswer(context, site, await handler(gate, context));

  app.use(setHeaders(site));
  app.options('*', answerPreflight);
  app.use(refuseOtherOrigins(site), refuseHead);
  app.get('/', handle(reportHealth));
  app.post('/api/token', limitSignIns(trustsProxy), handle(signIn));
  app.use(comments, identifyEditor(gate));
  app.use(oneComment, identifyEditor(gate));
  app.put(oneComment, handle(changeComment));
  app.delete(oneComment, handle(deleteComment));
  app.get(comments, handle(readComments));
  app.post(comments, handle(postComment));
  app.all(comments, refuseMethod);
  app.notFound(refusePath);
  app.onError((error, context) => {
    const { status, message } = error instanceof Refusal ? error : logFault(error);
    return sendAnswer(context, site, { status, body: { errno: 1000 + status, errmsg: message } });
  });
  return app;
}

/** Logs a fault: of the system as a sentence, of our own with its trace. Returns what the request is refused with. */
function logFault(error: Error): Refusal {
  const fault = describeFault(error);
  console.error(fault ?? error);
  return new Refusal(fault === undefined ? 500 : 503, 'down' satisfies CommentFailure);
}

function setHeaders(site: string): GateMiddleware {
  return async (context, next) => {
    context.header('access-control-allow-origin', site);
    context.header('vary', 'origin');
    context.header('x-content-type-options', 'nosniff');
    context.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    await next();
  };
}

function answerPreflight(context: Context): Response {
  return context.body(null, 204, {
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-allow-headers': 'content-type, authorization',
    'access-control-max-age': '86400',
  });
}

/**
 * Refuses changes from pages of other origins, and from pages that hide theirs: their origin is `null`. Programs other
 * than browsers send none, and are accepted.
 */
function refuseOtherOrigins(site: string): GateMiddleware {
  return async ({ req, env }, next) => {
    const { origin } = env.incoming.headers;
    const isForeign = origin !== undefined && origin !== site;
    if (req.method !== 'GET' && isForeign) throw new Refusal(403, 'refused');
    await next();
  };
}

/** Refuses HEAD requests, because Hono would route them like GET, through to Waline. */
const refuseHead: GateMiddleware = async ({ req }, next) => {
  if (req.method !== 'HEAD') return next();
  return req.path === comments ? refuseMethod() : refusePath();
};

/**
 * Finds out whether the editor sent a request. A bearer token that is forged, has expired or came from an earlier
 * password is refused, so that its bearer does not write as a reader unawares; other schemes of authorization mean
 * nothing here.
 */
function identifyEditor({ editorTokens }: Gate): GateMiddleware {
  return async (context, next) => {
    const token = bearerToken(context.env.incoming);
    if (token !== undefined && !(await editorTokens.isValid(token))) throw new Refusal(401, 'unauthorized');
    context.set('isEditor', token !== undefined);
    await next();
  };
}

const signInsPerMinute = 10;

/** Limits sign-ins per network address, so that passwords cannot be guessed in bulk. */
function limitSignIns(trustsProxy: boolean): GateMiddleware {
  const counts = new Map<string, number>();
  setInterval(() => counts.clear(), 60_000).unref();
  return async ({ env }, next) => {
    const address = addressOf(env.incoming, trustsProxy);
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    if (count > signInsPerMinute) throw new Refusal(429, 'rate-limit' satisfies CommentFailure);
    await next();
  };
}

function refusePath(): never {
  throw new Refusal(404, 'not-found');
}

function refuseMethod(): never {
  throw new Refusal(405, 'method-not-allowed');
}
