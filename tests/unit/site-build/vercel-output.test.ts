import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { HostName } from '../../../src/schema/hosting.ts';
import { composeVercelOutput, writeVercelOutput } from '../../../src/site-build/vercel-output.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'warraq-vercel-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const settings = {
  redirects: [{ source: '/old/:slash(/?)', destination: '/k7q3m/', statusCode: 301 }],
  headers: [{ source: '/(.*)', headers: [{ key: 'X-Frame-Options', value: 'DENY' }] }],
};

it('Vercel is given the rules, then the files, then the page for addresses that lead nowhere', async () => {
  const { routes, ...rest } = await composeVercelOutput(settings);
  expect(rest).toEqual({ version: 3, cache: ['.cache/**', 'node_modules/**'] });
  expect(routes).toMatchObject([
    { status: 301, headers: { Location: '/k7q3m/' } },
    { headers: { 'X-Frame-Options': 'DENY' }, continue: true },
    { handle: 'filesystem' },
    { src: '/.*', dest: '/404.html', status: 404 },
  ]);
});

it('Vercel is given the widths of pictures that its service makes', async () => {
  const images = { sizes: [320, 800], qualities: [75] };
  const { images: given, ...rest } = await composeVercelOutput({ ...settings, images });
  expect(given).toEqual({ domains: [], ...images });
  expect(rest).toEqual(await composeVercelOutput(settings));
});

it('the rewrites of an owner keep their place behind the files', async () => {
  const { routes } = await composeVercelOutput({ rewrites: [{ source: '/x', destination: '/y' }] });
  expect(routes.filter((route) => 'handle' in route)).toEqual([{ handle: 'filesystem' }]);
  expect(routes.at(-1)).toEqual({ src: '/.*', dest: '/404.html', status: 404 });
});

it.each<[folder: string, host: HostName, written: boolean]>([
  ['.vercel/output/static', 'vercel', true],
  ['.vercel/output/static', 'netlify', false],
  ['dist', 'vercel', false],
])('of the output directory %s for %s', async (folder, host, written) => {
  const output = path.join(mkdtempSync(path.join(root, 'site-')), folder);
  mkdirSync(output, { recursive: true });
  writeFileSync(path.join(output, 'vercel.json'), JSON.stringify(settings));
  await writeVercelOutput(output, { host: { name: host } });
  const config = path.join(output, '..', 'config.json');
  expect(existsSync(config)).toBe(written);
  if (written) expect(JSON.parse(readFileSync(config, 'utf8'))).toEqual(await composeVercelOutput(settings));
});
