import { slugify } from '../../lib/arabic/slug.ts';
import { basePathOf } from '../../lib/base-path.ts';
import { isoWithOffset, localFields } from '../../lib/time-zone.ts';
import {
  type Answers,
  composeAuthor,
  composeSection,
  composeSettings,
  fillYaml,
  readTemplate,
} from './settings-files.ts';

export interface NewNewsroom {
  answers: Answers;
  /** The id of the first article. */
  articleId: string;
  /** Epoch milliseconds. */
  now: number;
}

/** The workflows that publish at each host, and those that show a pull request before it is merged. */
const workflows: Readonly<Record<string, { publish: string; pullRequest: string }>> = {
  github: { publish: 'publish-github.yml', pullRequest: 'pull-request.yml' },
  cloudflare: { publish: 'publish-cloudflare.yml', pullRequest: 'pull-request-cloudflare.yml' },
  netlify: { publish: 'publish-netlify.yml', pullRequest: 'pull-request-netlify.yml' },
  vercel: { publish: 'publish-vercel.yml', pullRequest: 'pull-request-vercel.yml' },
  nginx: { publish: 'publish-server.yml', pullRequest: 'pull-request.yml' },
  caddy: { publish: 'publish-server.yml', pullRequest: 'pull-request.yml' },
};

/** Whether there is a workflow that publishes at this host. */
export function hasWorkflow(host: string): boolean {
  return Object.hasOwn(workflows, host);
}

const rootHosts = ['cloudflare', 'netlify', 'vercel'];

/** Returns the path of the site if the host serves what it is given from the root of a domain; '' if nothing is amiss. */
export function findPathBelowRoot({ host, url }: Pick<Answers, 'host' | 'url'>): string {
  return rootHosts.includes(host) ? basePathOf(url) : '';
}

/** Composes every file of a newsroom but package.json, by path. The site that they make builds at once. */
export function composeNewsroom(newsroom: NewNewsroom): Map<string, string> {
  const { answers } = newsroom;
  const readme = readTemplate('README.md')
    .replace('TITLE', () => answers.title)
    .replace('DESCRIPTION', () => answers.description);
  return new Map([
    ['.gitignore', readTemplate('gitignore')],
    ['README.md', readme],
    ['content/site.yaml', composeSettings(answers)],
    [`content/authors/${answers['author-id']}.yaml`, composeAuthor(answers)],
    [`content/categories/${answers['section-id']}.yaml`, composeSection(answers)],
    ['content/pages/about.md', readTemplate('about.md')],
    composeFirstArticle(newsroom),
    ...hostFilesFor(answers),
  ]);
}

function composeFirstArticle({ answers, articleId, now }: NewNewsroom): [path: string, text: string] {
  const [, matter = '', body = ''] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(readTemplate('article.md')) ?? [];
  const instant = new Date(Math.floor(now / 60_000) * 60_000).toISOString();
  const { year, month } = localFields(instant, answers['time-zone']);
  const filled = fillYaml(matter, {
    author: answers['author-id'],
    date: isoWithOffset(instant, answers['time-zone']),
    category: answers['section-id'],
    id: articleId,
  });
  const [, title = ''] = /^title: "(.*)"$/m.exec(filled) ?? [];
  const file = `content/articles/${year}/${String(month).padStart(2, '0')}/${slugify(title)}.md`;
  return [file, `---\n${filled}---\n${body}`];
}

function hostFilesFor(answers: Answers): [path: string, text: string][] {
  const found = hasWorkflow(answers.host) ? workflows[answers.host] : undefined;
  if (found === undefined) return [];
  return [
    ['.github/workflows/publish.yml', readTemplate(found.publish)],
    ['.github/workflows/pull-request.yml', readTemplate(found.pullRequest)],
    ...settingsOfHost(answers),
  ];
}

/** Returns the file that the host itself reads of a newsroom. */
function settingsOfHost({ host, url }: Answers): [path: string, text: string][] {
  switch (host) {
    case 'cloudflare':
      return [['wrangler.jsonc', readTemplate('wrangler.jsonc').replace('NAME', nameOfWorker(url))]];
    case 'netlify':
      return [['netlify.toml', readTemplate('netlify.toml')]];
    case 'vercel':
      return [['vercel.json', readTemplate('vercel.json')]];
    default:
      return [];
  }
}

/** Cloudflare allows small Latin letters, digits and dashes: `news.example` → `news-example`. */
function nameOfWorker(url: string): string {
  const name = new URL(url).hostname.replace(/[^a-z0-9]+/g, '-').slice(0, 54);
  return name.replace(/^-+|-+$/g, '') || 'warraq';
}
