import { describe, expect, it, test } from 'vitest';
import { addressOf, networkOf, pseudonymousAddress } from '../../../scripts/comments-server/reader-address.ts';
import { incomingRequest } from '../../support/incoming-request.ts';

describe('the network of an address', () => {
  it.each<[address: string, network: string]>([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:4711', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:cb00:7107', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:443', '203.0.113.7'],
    ['64:ff9b::203.0.113.7', '203.0.113.7'],
    ['2001:db8:a:b::1', '2001:db8:a:b::/64'],
    ['2001:0DB8:000a:000b:ffff:ffff:ffff:ffff', '2001:db8:a:b::/64'],
    ['[2001:db8:a:b::1]:443', '2001:db8:a:b::/64'],
    ['2001:db8:a:c::1', '2001:db8:a:c::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
    ['', ''],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('the address of a reader', () => {
  const headers = { 'x-forwarded-for': '198.51.100.1, 2001:db8:1:2::3' };

  it.each<[what: string, trustsProxy: boolean, address: string]>([
    ['is the last one that a trusted proxy wrote', true, '2001:db8:1:2::/64'],
    ['is not what anybody else wrote', false, ''],
  ])('%s', (_what, trustsProxy, address) => {
    expect(addressOf(incomingRequest({ headers }).incoming, trustsProxy)).toBe(address);
  });

  test('is stored as a private IPv6 address that depends on the secret', () => {
    expect(pseudonymousAddress('203.0.113.7', 'a')).toMatch(/^fd[\da-f]{2}(:[\da-f]{4}){7}$/);
    expect(pseudonymousAddress('203.0.113.7', 'a')).not.toBe(pseudonymousAddress('203.0.113.7', 'b'));
  });
});
