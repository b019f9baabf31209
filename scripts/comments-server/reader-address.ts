import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Returns the IP address of whoever sent a request. Anybody can write `X-Forwarded-For`: only its last address was
 * added by the trusted proxy.
 */
export function addressOf(request: IncomingMessage, trustsProxy: boolean): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '');
  const last = trustsProxy ? forwarded.split(',').at(-1)?.trim() : undefined;
  return last || (request.socket.remoteAddress ?? '');
}

/**
 * Derives a private IPv6 address (RFC 4193) from a reader's address with a keyed hash. Waline can limit a reader by it,
 * and no real address is stored in the database.
 */
export function pseudonymousAddress(address: string, secret: string): string {
  const digits = createHmac('sha256', secret).update(address).digest('hex').slice(0, 30);
  return `fd${digits}`.match(/.{4}/g)?.join(':') ?? '';
}
