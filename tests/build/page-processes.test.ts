import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { commandStrings } from '../../src/strings/commands.ts';
import { environmentOutsideTests, projectDirectory } from '../support/build-site.ts';
import { articleFile, articleText, changingNewsroom, changingNow } from '../support/changing-newsroom.ts';
import { compareDirectories } from '../support/kept-site.ts';
import { writeContent } from '../support/write-content.ts';

/**
 * Kills the process that renders it, unless that is the build's own or has been killed before, and copies what the build
 * has left it on the disk; or throws.
 */
const component = `---
const { copyFileSync, existsSync } = process.getBuiltinModule('node:fs');
const { CACHE_DIR, KILLED, THROWS } = process.env;
if (THROWS) throw new Error('لا أرقام في الجدول');
if (KILLED && process.send && !existsSync(KILLED)) {
  copyFileSync([CACHE_DIR, 'work', 'rendering'].join('/'), KILLED);
  process.kill(process.pid, 'SIGKILL');
}
---
<p>رسم</p>
`;
// The oldest article: processes begin with the last pages.
const mdx = articleFile(0, 'mdx');
const files = {
  ...changingNewsroom,
  'theme/components/Chart.astro': component,
  [mdx]: articleText({ number: 0, body: 'قبل الرسم.\n\n<Chart />\n' }),
};

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(inject('temporaryRoot'), 'page-processes-'));
  await writeContent(path.join(root, 'content'), files);
});

function build(name: string, count: number, environment: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tests/support/build-in-processes.ts', `${count}`], {
    cwd: projectDirectory,
    encoding: 'utf8',
    env: {
      ...environmentOutsideTests(),
      SOURCE_DATE_EPOCH: String(changingNow),
      CONTENT_DIR: path.join(root, 'content'),
      OUT_DIR: path.join(root, name, 'site'),
      CACHE_DIR: path.join(root, name, 'cache'),
      ...environment,
    },
  });
  return { status, told: stdout + stderr };
}

describe('pages that several processes render', () => {
  it('have the bytes that one process gives them, even if one is killed, which leaves no secret on the disk', () => {
    const killed = path.join(root, 'killed');
    expect(build('alone', 0, { KILLED: killed }).status).toBe(0);
    const secrets = { IMGPROXY_KEY: '943b421c9eb07c83', IMGPROXY_SALT: '520f986b998545b4' };
    const { status, told } = build('together', 1, { KILLED: killed, ...secrets });
    expect([status, told]).toEqual([0, expect.stringContaining(commandStrings.processLost)]);
    const left = readFileSync(killed, 'latin1');
    expect(left).toContain('https://');
    for (const secret of Object.values(secrets)) expect(left).not.toContain(secret);
    const outputs = ['together', 'alone'].map((name) => path.join(root, name, 'site')) as [string, string];
    expect(compareDirectories(...outputs)).toEqual([]);
  });

  it('report the error of one page as it was', () => {
    const { status, told } = build('together', 1, { OUT_DIR: path.join(root, 'refused'), THROWS: '1' });
    const reason = commandStrings.build.componentThrew('لا أرقام في الجدول');
    expect([status, told]).toEqual([1, expect.stringContaining(`theme/components/Chart.astro:4: ${reason}`)]);
    expect(existsSync(path.join(root, 'refused/index.html'))).toBe(false);
  });
});
