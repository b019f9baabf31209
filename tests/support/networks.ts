import type { Page } from 'playwright-core';

/** The presets of Chrome's DevTools: bytes per second, and the milliseconds that each request waits. */
export const networks = {
  'Fast 4G': { downloadThroughput: 1_012_500, uploadThroughput: 168_750, latency: 165 },
  'Slow 4G': { downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 },
  '3G': { downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 2000 },
};

export type Network = keyof typeof networks;

/** Gives a page the speed of a network. Its service worker keeps that of the machine: browsers do not slow it down. */
export async function slowDown(page: Page, network: Network): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...networks[network] });
}
