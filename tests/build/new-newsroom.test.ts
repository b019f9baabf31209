import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** What the workflow does before it uploads. */
const stepsBefore = [
  ...['actions/checkout', 'actions/setup-node', 'actions/cache/restore', 'actions/cache/restore'],
  ...['npm ci', 'npm run check', 'npm run build'],
];

describe('a newsroom that init has made', () => {
  let root: string;
  let newsroom: string;
  let server: string;
  const hasRsync = spawnSync('rsync', ['--version']).status === 0;
  let runs = 0;
  const publish = (event: string, variables: Record<string, string> = {}): WorkflowRun => {
    runs += 1;
    return runJob(path.join(templates, 'publish-server.yml'), 'publish', {
      directory: newsroom,
      home: path.join(root, 'home'),
      commands: path.join(root, 'commands'),
      values: {
        'github.event_name': event,
        'github.run_id': String(runs),
        'github.run_attempt': '1',
        'github.sha': 'c0ffee',
        'vars.DEPLOY_USER': 'press',
        'vars.DEPLOY_HOST': 'server.example',
        'vars.DEPLOY_PATH': server,
        "vars.DEPLOY_PORT || '22'": '2222',
        'vars.DEPLOY_RELOAD': `touch ${path.join(root, 'reloaded')}`,
        'vars.ANNOUNCE': '',
        'secrets.SSH_PRIVATE_KEY': 'the key',
        'secrets.SSH_KNOWN_HOSTS': 'the hosts',
        ...variables,
      },
    });
  };

  beforeAll(async () => {
    root = mkdtempSync(path.join(inject('temporaryRoot'), 'init-'));
    newsroom = path.join(root, 'my-paper');
    server = path.join(root, 'server');
    const folder = path.join(root, 'commands');
    const realNpm = spawnSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).stdout.trim();
    // Only what needs the network is replaced.
    writeCommand(folder, 'npm', `[ "$1" = ci ] && exit 0\nexec "${realNpm}" "$@"`);
    if (!hasRsync) writeCommand(folder, 'rsync', rsyncStandIn);
    allowSsh();
    allowWarraq();
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

  it.each([
    [{ 'vars.DEPLOY_HOST': '' }, 'اكتب في متغيّرات المستودع DEPLOY_USER و DEPLOY_HOST'],
    ...['', '/', '//', '/./', '/..', 'srv/site'].map((place): [Record<string, string>, string] => [
      { 'vars.DEPLOY_PATH': place },
      `لا يصلح «${place}» في المتغيّر DEPLOY_PATH. اكتب فيه مجلد الموقع في الخادم كاملًا من أصله، مثل /srv/site`,
    ]),
  ])('goes nowhere with %j', (variables, sentence) => {
    const { exitCode, output, done } = publish('push', variables);
    expect([exitCode, done.length]).toEqual([1, 1]);
    expect(output).toContain(sentence);
  });

  it('goes whole to an own server the first time', () => {
    const first = publish('push');
    expect(first.output).toContain('بُني الموقع: مقالان');
    expect(first.exitCode).toBe(0);
    expect(first.done.slice(1, stepsBefore.length + 1)).toEqual(stepsBefore);
    expect(first.done.at(-1)).toBe('actions/cache/save');
    expect(differences()).toEqual([]);
    expect(existsSync(path.join(root, 'reloaded'))).toBe(true);
  });

  it('uploads nothing when the timer finds nothing new', () => {
    // Whatever were sent to the server would replace this file.
    writeFileSync(path.join(server, 'robots.txt'), 'untouched');
    const { exitCode, done } = publish('schedule');
    expect(exitCode).toBe(0);
    expect(done.at(-2)).toBe('npm run build');
    expect(differences()).toEqual(['robots.txt']);
  });

  it('sends only what has changed, and removes what is gone', () => {
    writeFileSync(path.join(newsroom, 'content/articles/second.md'), second('خبر ثانٍ من البلدة', 'n2n2n'));
    rmSync(path.join(newsroom, 'content/articles/old.md'));
    const { exitCode, output } = publish('push');
    expect(exitCode, output).toBe(0);
    expect(existsSync(path.join(server, 'n2n2n/index.html'))).toBe(true);
    expect(existsSync(path.join(server, 'z9y8x/index.html'))).toBe(false);
    expect(differences()).toEqual(['robots.txt']);
  });

  it('is mended whole by the next run after an upload that broke off', () => {
    // The broken run needs no build of its own: nothing of it is kept, and the file stands for what has arrived.
    for (const name of ['warraq', 'ssh']) writeCommand(path.join(root, 'commands'), name, `[ ${name} = warraq ]`);
    expect(publish('push').exitCode).not.toBe(0);
    mkdirSync(path.join(server, 'w1w1w'), { recursive: true });
    writeFileSync(path.join(server, 'w1w1w/index.html'), 'withdrawn since');
    allowWarraq();
    allowSsh();
    const { output, exitCode } = publish('schedule');
    expect(exitCode, output).toBe(0);
    expect(differences()).toEqual([]);
  });

  /** Lets the newsroom run the engine of this repository. */
  function allowWarraq(): void {
    const lines = [
      `name="$1"; shift`,
      `export CONTENT_DIR="$PWD/content" OUT_DIR="$PWD/\${OUT_DIR:-dist}"`,
      `export CACHE_DIR="$PWD/\${CACHE_DIR:-.cache/site}" ASTRO_TELEMETRY_DISABLED=1`,
      `exec "${process.execPath}" "${projectDirectory}/scripts/$name.ts" "$@"`,
    ];
    writeCommand(path.join(root, 'commands'), 'warraq', lines.join('\n'));
  }

  function allowSsh(): void {
    const script = `while [ "$1" != server.example ]; do shift; done\nshift\nexec sh -c "$*"`;
    writeCommand(path.join(root, 'commands'), 'ssh', script);
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
