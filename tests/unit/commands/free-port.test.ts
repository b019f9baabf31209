import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { requireFreePort } from '../../../src/commands/free-port.ts';
import { describeFailure } from '../../../src/commands/run-command.ts';

test.each(['localhost', '127.0.0.1', undefined])('a port that a program uses at %s is refused', async (host) => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen({ port: 0, ...(host && { host }) }, () => resolve((server.address() as { port: number }).port));
  });
  const refusal = await requireFreePort(port).catch(describeFailure);
  expect(refusal).toBe(`يستعمل برنامج آخر المنفذ ${port}. أوقفه، أو اختر منفذًا غيره.`);
  await new Promise((resolve) => server.close(resolve));
  await expect(requireFreePort(port)).resolves.toBeUndefined();
});
