import { lookup as lookUp } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, type Dispatcher } from 'undici';

/** Thrown for a host that is not on the public internet, such as a router or a service of the same machine. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

export interface Connections {
  dispatcher: Dispatcher;
  /** Throws a `PrivateAddress` for a URL whose host is written as a number: nobody looks that up. */
  admit(url: URL): void;
  close(): Promise<void>;
}

/**
 * Opens the connections of a command that asks for addresses which others wrote. Each name is judged by the numbers to
 * which it leads at the moment of connecting, so that no name can lead into the network of whoever runs the command.
 */
export function openConnections({ isPrivateAllowed = false } = {}): Connections {
  const dispatcher = new Agent({ connect: { timeout: 10_000, ...(!isPrivateAllowed && { lookup: lookUpPublic }) } });
  return {
    dispatcher,
    admit: isPrivateAllowed ? () => undefined : refusePrivateNumber,
    close: () => dispatcher.destroy(),
  };
}

const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '');
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => !isPublic(address)))
      return callback(new PrivateAddress(hostname), '');
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

function refusePrivateNumber({ hostname }: URL): void {
  const number = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(number) && !isPublic(number)) throw new PrivateAddress(hostname);
}

/** Whether a number belongs to the public internet: also one of IPv6 that stands for one of IPv4. */
export function isPublic(number: string): boolean {
  const address = ipaddr.process(number);
  if (address.range() === 'rfc6052') return isPublic(ipaddr.fromByteArray(address.toByteArray().slice(12)).toString());
  return address.range() === 'unicast';
}
