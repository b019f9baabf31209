import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands, describeCommands, findScript } from '../../../src/commands/commands.ts';
import { projectDirectory } from '../../support/build-site.ts';

const names = Object.keys(commands);
const { scripts } = JSON.parse(readFileSync(path.join(projectDirectory, 'package.json'), 'utf8'));

describe('a command of warraq', () => {
  it.each(names)('%s has its script, which is that of npm run', (name) => {
    const script = `scripts/${findScript(name)}`;
    expect(existsSync(path.join(projectDirectory, script))).toBe(true);
    expect(scripts[name]).toBe(`node ${script}`);
  });

  it.each(names)('%s is in the list of commands with its purpose', (name) => {
    const [line] = describeCommands()
      .split('\n')
      .filter((row) => row.startsWith(`  ${name} `));
    expect(line).toContain(commands[name]?.purpose);
  });

  it.each([
    ['biuld', 'لا أمر اسمه «biuld». لعلك تقصد: npx warraq build. الأوامر كلها يعرضها: npx warraq --help'],
    ['constructor', 'لا أمر اسمه «constructor». الأوامر كلها يعرضها: npx warraq --help'],
    ['../package', 'لا أمر اسمه «../package». الأوامر كلها يعرضها: npx warraq --help'],
  ])('%s is unknown', (name, sentence) => {
    expect(() => findScript(name)).toThrow(sentence);
  });
});
