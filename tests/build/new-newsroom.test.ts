import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { listFiles, projectDirectory } from '../support/build-site.ts';
import { splitWords } from '../support/shell-words.ts';
import { runJob, type WorkflowRun, writeCommand } from '../support/workflow.ts';

const templates = path.join(projectDirectory, 'src/commands/init/templates');

/** Does what the workflow for an own server asks of rsync, on a machine that has none. */
const rsyncStandIn = `
while [ $# -gt 2 ]; do
  case "$1" in
    --files-from) list="$2"; shift ;;
    --filter | --exclude) shift ;;
    --existing) only_delete=1 ;;
    --delete*) delete=1 ;;
  esac
  shift
done
from="$PWD/$1"
to="\${2#*:}"
mkdir -p "$to"
if [ -n "$list" ]; then
  while IFS= read -r file; do
    mkdir -p "$to/$(dirname "$file")"
    cp "$from/$file" "$to/$file"
  done < "$list"
elif [ -z "$only_delete" ]; then
  cp -R "$from/." "$to"
fi
if [ -n "$delete" ]; then
  cd "$to"
  find . -type f | while IFS= read -r file; do [ -e "$from/$file" ] || rm "$file"; done
fi`;

/** What every workflow does before it uploads. */
const stepsBefore = [
  ...['actions/checkout', 'actions/setup-node', 'actions/cache/restore'],
  ...['npm ci', 'npm run check', 'npm run build'],
];

describe('a newsroom that init has made', () => {
  let root: string;
  let newsroom: string;
  let server: string;
  const hasRsync = spawnSync('rsync', ['--version']).status === 0;
  const publishJob = (host: string, event: string, isKept: boolean): WorkflowRun =>
    run(`publish-${host}`, 'publish', event, isKept);

  const run = (workflow: string, job: string, event: string, isKept: boolean): WorkflowRun => {
    rmSync(path.join(root, 'called.txt'), { force: true });
    return runJob(path.join(templates, `${workflow}.yml`), job, {
      directory: newsroom,
      home: path.join(root, 'home'),
      commands: path.join(root, 'commands'),
      values: {
        'github.event_name': event,
        'github.event.pull_request.number': '12',
        "github.event_name == 'workflow_dispatch' || steps.kept.outputs.cache-matched-key == ''": String(
          event === 'workflow_dispatch' || !isKept,
        ),
        'vars.DEPLOY_USER': 'press',
        'vars.DEPLOY_HOST': 'server.example',
        'vars.DEPLOY_PATH': server,
        "vars.DEPLOY_PORT || '22'": '2222',
        'vars.PREVIEW_DOMAIN': 'paper.example',
        ...Object.fromEntries(
          ['SSH_PRIVATE_KEY', 'SSH_KNOWN_HOSTS', 'CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID', 'NETLIFY_AUTH_TOKEN']
            .concat(['NETLIFY_SITE_ID', 'VERCEL_TOKEN', 'VERCEL_ORG_ID', 'VERCEL_PROJECT_ID'])
            .map((secret) => [`secrets.${secret}`, `the ${secret}`]),
        ),
      },
    });
  };
  /** The calls of commands that would need the network. */
  const calls = () =>
    existsSync(path.join(root, 'called.txt'))
      ? readFileSync(path.join(root, 'called.txt'), 'utf8').trim().split('\n')
      : [];

  beforeAll(async () => {
    root = mkdtempSync(path.join(inject('temporaryRoot'), 'init-'));
    newsroom = path.join(root, 'my-paper');
    server = path.join(root, 'server');
    const called = path.join(root, 'called.txt');
    const folder = path.join(root, 'commands');
    const realNpm = spawnSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).stdout.trim();
    // Only what needs the network is replaced: the installation, and the tools of hosts.
    writeCommand(folder, 'npm', `[ "$1" = ci ] && { echo npm ci >> "${called}"; exit 0; }\nexec "${realNpm}" "$@"`);
    writeCommand(folder, 'npx', `echo npx "$@" >> "${called}"\necho https://deployed.example`);
    if (!hasRsync) writeCommand(folder, 'rsync', rsyncStandIn);
    writeCommand(folder, 'ssh', `while [ "$1" != server.example ]; do shift; done\nshift\nexec sh -c "$*"`);
    writeCommand(
      folder,
      'warraq',
      [
        `name="$1"; shift`,
        `export CONTENT_DIR="$PWD/content" OUT_DIR="$PWD/\${OUT_DIR:-dist}"`,
        `export CACHE_DIR="$PWD/\${CACHE_DIR:-.cache/site}" ASTRO_TELEMETRY_DISABLED=1`,
        `exec "${process.execPath}" "${projectDirectory}/scripts/$name.ts" "$@"`,
      ].join('\n'),
    );
  });

  it('is made from the answers of the guide', () => {
    const guide = readFileSync(path.join(projectDirectory, 'docs/ar/operator/start.md'), 'utf8');
    const [, typed = ''] = /^npx warraq init (--title .*)$/m.exec(guide) ?? [];
    const make = (answers: readonly string[]) =>
      spawnSync(process.execPath, [path.join(projectDirectory, 'scripts/init.ts'), 'my-paper', ...answers], {
        cwd: root,
        encoding: 'utf8',
        env: { PATH: process.env.PATH },
      });
    const asked = make([]);
    expect(asked.stderr).toBe(
      'لا يمكن أن يسألك الأمر هنا، فأضف إليه --title، --description، --url، --section، --author.\n',
    );
    const made = make(splitWords(typed));
    expect(made.stderr).toBe('');
    expect(made.status).toBe(0);
    expect(made.stdout).toContain('  content/authors/maha.yaml\n');
    expect(make(splitWords(typed)).stderr).toContain('ما لا يُكتب فوقه، فلم يُكتب شيء.');
    writeFileSync(path.join(newsroom, 'content/articles/old.md'), second('هذا مقال سيُحذف', 'z9y8x'));
  });

  it('goes whole to an own server the first time', () => {
    const first = publishJob('server', 'push', false);
    expect(first.output).toContain('بُني الموقع: مقالان');
    expect(first.exitCode).toBe(0);
    expect(first.done.slice(0, stepsBefore.length)).toEqual(stepsBefore);
    expect(first.done.at(-1)).toBe('actions/cache/save');
    expect(differences()).toEqual([]);
  });

  it('uploads nothing when the timer finds nothing new', () => {
    // Whatever were sent to the server would replace this file.
    writeFileSync(path.join(server, 'robots.txt'), 'untouched');
    const { exitCode, done } = publishJob('server', 'schedule', true);
    expect(exitCode).toBe(0);
    expect(done.slice(-2).map((step) => step.split('\n')[0])).toEqual([
      'npm run build',
      'if [ "$EVENT" = workflow_dispatch ] || [ -s "$CACHE_DIR/changed-files.txt" ]; then',
    ]);
    expect(differences()).toEqual(['robots.txt']);
  });

  it('sends only what has changed, and removes what is gone', () => {
    writeFileSync(path.join(newsroom, 'content/articles/second.md'), second('خبر ثانٍ من البلدة', 'n2n2n'));
    rmSync(path.join(newsroom, 'content/articles/old.md'));
    const { exitCode, output } = publishJob('server', 'push', true);
    expect(exitCode, output).toBe(0);
    expect(existsSync(path.join(server, 'n2n2n/index.html'))).toBe(true);
    expect(existsSync(path.join(server, 'z9y8x/index.html'))).toBe(false);
    expect(differences()).toEqual(['robots.txt']);
  });

  it.each([
    ['github', 'actions/deploy-pages', []],
    ['cloudflare', 'npx --yes wrangler@', [/^npx --yes wrangler@[\d.]+ deploy$/]],
    ['netlify', 'npx --yes netlify-cli@', [/^npx --yes netlify-cli@[\d.]+ deploy --prod --no-build --dir dist$/]],
    [
      'vercel',
      'npx --yes vercel@',
      [/^npx --yes vercel@[\d.]+ deploy --prebuilt --prod --yes --token the VERCEL_TOKEN$/],
    ],
  ])('is published at %s after the same steps as at an own server', (host, deployment, expected) => {
    rehearse();
    const { exitCode, output, done } = publishJob(host, 'workflow_dispatch', true);
    expect(exitCode, output).toBe(0);
    expect(done.slice(0, stepsBefore.length)).toEqual(stepsBefore);
    expect(done.findIndex((step) => step.startsWith(deployment))).toBe(done.length - 2);
    expect(done.at(-1)).toBe('actions/cache/save');
    const [installed, checked, built, ...deployed] = calls();
    expect([installed, checked, built]).toEqual(['npm ci', 'warraq check', 'warraq build']);
    expect(deployed).toHaveLength(expected.length);
    for (const [at, call] of expected.entries()) expect(deployed[at]).toMatch(call);
  });

  it.each([
    ['cloudflare', / versions upload --preview-alias pr-12$/, 'https://pr-12-paper.example'],
    ['netlify', / deploy --no-build --dir dist --alias pr-12$/, 'https://pr-12--paper.example'],
    [
      'vercel',
      / alias set https:\/\/deployed\.example pr-12-paper\.example --token the VERCEL_TOKEN$/,
      'https://pr-12-paper.example',
    ],
  ])('is shown at %s before a pull request is merged', (host, call, address) => {
    rehearse();
    const { exitCode, output } = run(`pull-request-${host}`, 'preview', 'pull_request', true);
    expect(exitCode, output).toBe(0);
    expect(calls().at(-1)).toMatch(call);
    expect(readFileSync(path.join(root, 'home/runner-temp/summary'), 'utf8')).toContain(`${address}\n`);
  });

  /** From here on the commands of the engine are only recorded: they have been run, and are the same for all hosts. */
  function rehearse(): void {
    writeCommand(path.join(root, 'commands'), 'warraq', `echo warraq "$@" >> "${path.join(root, 'called.txt')}"`);
  }

  /** Lists what the server has otherwise than the built site. */
  function differences(): string[] {
    const [site, there] = [path.join(newsroom, 'dist'), server].map(
      (directory) =>
        new Map(listFiles(directory).map((file) => [file, readFileSync(path.join(directory, file), 'base64')])),
    );
    const names = new Set([...(site?.keys() ?? []), ...(there?.keys() ?? [])]);
    return [...names].filter((name) => site?.get(name) !== there?.get(name)).sort();
  }

  function second(title: string, id: string): string {
    const matter = { title, author: 'maha', date: '2026-01-05 09:00', category: 'news', id };
    const lines = Object.entries(matter).map(([key, value]) => `${key}: ${value}`);
    return `---\n${lines.join('\n')}\n---\n\nنص الخبر في سطر واحد.\n`;
  }
});
