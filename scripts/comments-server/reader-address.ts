import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/**
 * Returns the network address by which a reader is limited (see `networkOf`). Anybody can write `X-Forwarded-For`: only
 * its last address was added by the trusted proxy.
 */
export function addressOf(request: IncomingMessage, trustsProxy: boolean): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '');
  const last = trustsProxy ? forwarded.split(',').at(-1)?.trim() : undefined;
  return networkOf(last || (request.socket.remoteAddress ?? ''));
}

/** The prefixes of IPv6 addresses whose last 32 bits are an IPv4 address (RFC 4291 and RFC 6052). */
const prefixesOfIPv4 = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'];

/**
 * Returns the part of an IP address that one connection to the Internet keeps: an IPv4 address, or the first 64 bits of
 * an IPv6 address, in which a reader can choose all others. Ports and zones make no difference. Text that is no address
 * is returned as it is.
 */
export function networkOf(text: string): string {
  const address = text.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/%.*$/, '');
  const withoutPort = address.replace(/^([\d.]+):\d+$/, '$1');
  if (isIPv4(withoutPort)) return withoutPort;
  if (!isIPv6(address)) return text;
  const groups = groupsOf(address);
  if (prefixesOfIPv4.includes(groups.slice(0, 6).join(':'))) {
    return groups
      .slice(6)
      .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
      .join('.');
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Returns the eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  // WHATWG URLs have one spelling for an address: RFC 5952, with groups instead of a dotted IPv4 address.
  const { hostname } = new URL(`http://[${address}]/`);
  const [before = [], after = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}

/**
 * Derives a private IPv6 address (RFC 4193) from a reader's address with a keyed hash. Waline can limit a reader by it,
 * and no real address is stored in the database.
 */
export function pseudonymousAddress(address: string, secret: string): string {
  const digits = createHmac('sha256', secret).update(address).digest('hex').slice(0, 30);
  return `fd${digits}`.match(/.{4}/g)?.join(':') ?? '';
}
