import { expect, test } from 'vitest';
import { type BadAddress, readStagingAddress } from '../../../src/library/staging-address.ts';

const netlify = {
  NETLIFY: 'true',
  URL: 'https://news.example',
  DEPLOY_PRIME_URL: 'https://deploy-preview-7--news.netlify.app',
};
const vercel = { VERCEL: '1', VERCEL_URL: 'news-x1.vercel.app', VERCEL_BRANCH_URL: 'news-git-try.vercel.app' };
const pages = { CF_PAGES: '1', CF_PAGES_URL: 'https://a1b2c3d4.news.pages.dev' };

test.each<[where: string, variables: NodeJS.ProcessEnv, address: ReturnType<typeof readStagingAddress>]>([
  ['nothing', {}, undefined],
  ['an empty SITE_URL', { SITE_URL: '' }, undefined],
  ['SITE_URL', { SITE_URL: ' https://Staging.example/ ' }, { url: 'https://staging.example', variable: 'SITE_URL' }],
  [
    'SITE_URL with a path',
    { SITE_URL: 'http://localhost:8080/news/' },
    { url: 'http://localhost:8080/news', variable: 'SITE_URL' },
  ],
  [
    'SITE_URL that is none',
    { SITE_URL: 'staging.example' },
    { written: 'staging.example', meant: 'https://staging.example' },
  ],
  [
    'SITE_URL with a password',
    { SITE_URL: 'https://a:b@c.example' },
    { written: 'https://a:b@c.example', meant: 'https://c.example' },
  ],
  ...[
    ['https://a.example//news', 'https://a.example/news'],
    ['https://a.example/news/index.html', 'https://a.example/news'],
    ['https://a.example/../b', 'https://a.example/b'],
    ['https://a.example/a,b'],
    ['https://a.example/a%20b'],
    ['https://a.example/%22%3E'],
  ].map(([written = '', meant]): [string, NodeJS.ProcessEnv, BadAddress] => [
    `the path in ${written}`,
    { SITE_URL: written },
    { written, ...(meant !== undefined && { meant }) },
  ]),
  ['Netlify, production', { ...netlify, CONTEXT: 'production' }, undefined],
  ['Netlify on the developer’s machine', { ...netlify, CONTEXT: 'dev' }, undefined],
  [
    'Netlify, a pull request',
    { ...netlify, CONTEXT: 'deploy-preview' },
    { url: 'https://deploy-preview-7--news.netlify.app', variable: 'DEPLOY_PRIME_URL' },
  ],
  [
    'Netlify, a branch that the owner’s address overrides',
    { ...netlify, CONTEXT: 'branch-deploy', SITE_URL: 'https://try.example' },
    { url: 'https://try.example', variable: 'SITE_URL' },
  ],
  [
    'Netlify, a pull request without an address',
    { NETLIFY: 'true', CONTEXT: 'deploy-preview' },
    { variable: 'DEPLOY_PRIME_URL' },
  ],
  [
    'Netlify, a branch with an address that is none',
    { NETLIFY: 'true', CONTEXT: 'branch-deploy', DEPLOY_PRIME_URL: 'try' },
    { variable: 'DEPLOY_PRIME_URL' },
  ],
  ['a CONTEXT of something else', { CONTEXT: 'deploy-preview', DEPLOY_PRIME_URL: 'https://x.example' }, undefined],
  ['Vercel, production', { ...vercel, VERCEL_ENV: 'production' }, undefined],
  ['Vercel on the developer’s machine', { ...vercel, VERCEL_ENV: 'development' }, undefined],
  [
    'Vercel, a branch',
    { ...vercel, VERCEL_ENV: 'preview' },
    { url: 'https://news-git-try.vercel.app', variable: 'VERCEL_BRANCH_URL' },
  ],
  [
    'Vercel, a preview without a branch',
    { VERCEL_ENV: 'preview', VERCEL_URL: 'news-x1.vercel.app' },
    { url: 'https://news-x1.vercel.app', variable: 'VERCEL_URL' },
  ],
  ['Vercel that hides its variables', { VERCEL_ENV: 'preview' }, { variable: 'VERCEL_BRANCH_URL' }],
  ['Cloudflare Pages, production', { ...pages, CF_PAGES_BRANCH: 'main' }, undefined],
  [
    'Cloudflare Pages, a branch',
    { ...pages, CF_PAGES_BRANCH: 'try' },
    { url: 'https://a1b2c3d4.news.pages.dev', variable: 'CF_PAGES_URL' },
  ],
  [
    'Cloudflare Pages, a branch with an address that is none',
    { ...pages, CF_PAGES_URL: 'news.pages.dev', CF_PAGES_BRANCH: 'try' },
    { variable: 'CF_PAGES_URL' },
  ],
  ['Cloudflare Workers, which names no address', { WORKERS_CI: '1', WORKERS_CI_BRANCH: 'try' }, undefined],
])('the address of a build with %s', (_where, variables, address) => {
  expect(readStagingAddress(variables)).toEqual(address);
});
