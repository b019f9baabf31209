import type { CommentService, LiveProvider, Send, ServiceAddress } from '../../lib/comments/service.ts';

/** Fetches what speaks with one service, and nothing of the others. */
export async function openService(
  provider: LiveProvider,
  address: ServiceAddress,
  send: Send,
): Promise<CommentService> {
  switch (provider) {
    case 'waline':
      return (await import('../../lib/comments/waline.ts')).createWaline(address, send);
    case 'isso':
      return (await import('../../lib/comments/isso.ts')).createIsso(address, send);
    case 'remark42':
      return (await import('../../lib/comments/remark42.ts')).createRemark42(address, send, readCookie);
  }
}

function readCookie(name: string): string | undefined {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`));
  return cookie?.slice(name.length + 1);
}
