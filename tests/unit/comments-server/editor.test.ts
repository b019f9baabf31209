import { sign, verify } from 'hono/jwt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../scripts/comments-server/database.ts';
import { type PasswordHash, readEditor, saveEditor } from '../../../scripts/comments-server/editor-account.ts';
import { createEditorTokens } from '../../../scripts/comments-server/editor-tokens.ts';

const editor = { name: 'التحرير', email: 'editor@mail.example', password: 'a-long-password' };

/** Hashes a password with a number that is never the same, as a salt. */
class CountingHash implements PasswordHash {
  #count = 0;
  hashPassword(password: string): string {
    this.#count += 1;
    return `${this.#count}:${password}`;
  }
  checkPassword(password: string, hash: string): boolean {
    return hash.replace(/^\d+:/, '') === password;
  }
}

function openAccounts() {
  const database = openDatabase(':memory:');
  const passwords = new CountingHash();
  const save = (changes: Partial<typeof editor> = {}) => saveEditor(database, { ...editor, ...changes }, passwords);
  const users = () => database.prepare('SELECT id, email, type FROM wl_Users ORDER BY id').all();
  return { database, save, users, read: () => readEditor(database) };
}

describe("the editor's account", () => {
  it('is created at the first start, and stays as it is while the settings do', () => {
    const { save, read } = openAccounts();
    expect(read()).toBeUndefined();
    for (let starts = 0; starts < 3; starts += 1) save();
    expect(read()).toEqual({
      id: '1',
      name: 'التحرير',
      email: 'editor@mail.example',
      passwordHash: '1:a-long-password',
    });
  });

  it.each<[what: string, changes: Partial<typeof editor>, account: object]>([
    ['name', { name: 'هيئة الموقع' }, { name: 'هيئة الموقع', passwordHash: '1:a-long-password' }],
    ['e-mail address', { email: 'other@mail.example' }, { email: 'other@mail.example' }],
    ['password', { password: 'another-password' }, { passwordHash: '2:another-password' }],
  ])('gets a new %s and keeps its id', (_what, changes, account) => {
    const { save, read, users } = openAccounts();
    save();
    save(changes);
    expect(read()).toMatchObject({ id: '1', ...account });
    expect(users()).toHaveLength(1);
  });

  it('is the only one: others, which earlier versions registered, are banned', () => {
    const { database, save, users } = openAccounts();
    save();
    database.exec("INSERT INTO wl_Users (email, password, type) VALUES ('other@mail.example', '', 'guest')");
    save({ email: 'other@mail.example' });
    expect(users().map((user) => ({ ...user }))).toEqual([
      { id: 1, email: 'other@mail.example', type: 'administrator' },
      { id: 2, email: 'other@mail.example', type: 'banned' },
    ]);
  });
});

describe("the editor's token", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 1) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function openTokens() {
    const accounts = openAccounts();
    accounts.save();
    return { ...accounts, tokens: createEditorTokens({ sign, verify }, 'secret', accounts.read, 30) };
  }

  it('is valid for the days of the settings', async () => {
    const { tokens } = openTokens();
    const token = await tokens.issue();
    vi.setSystemTime(Date.UTC(2026, 2, 30, 23, 59));
    expect(await tokens.isValid(token)).toBe(true);
    vi.setSystemTime(Date.UTC(2026, 2, 31));
    expect(await tokens.isValid(token)).toBe(false);
  });

  it.each([{ password: 'another-password' }, { email: 'other@mail.example' }])('dies with %j', async (changes) => {
    const { tokens, save } = openTokens();
    const token = await tokens.issue();
    save({ name: 'اسم آخر' });
    expect(await tokens.isValid(token)).toBe(true);
    save(changes);
    expect(await tokens.isValid(token)).toBe(false);
    expect(await tokens.isValid(await tokens.issue())).toBe(true);
  });

  it('of another key, of no account, or without a signature is invalid', async () => {
    const { tokens } = openTokens();
    const payload = { exp: Date.UTC(2027, 0, 1) / 1000 };
    const unsigned = [{ alg: 'none' }, payload, ''].map((part) => btoa(JSON.stringify(part)).replaceAll('=', ''));
    const nobody = createEditorTokens({ sign, verify }, 'secret', () => undefined, 30);
    expect(await tokens.isValid(await sign(payload, 'secret', 'HS256'))).toBe(false);
    expect(await tokens.isValid(unsigned.join('.'))).toBe(false);
    expect(await tokens.isValid('x')).toBe(false);
    expect(await nobody.isValid(await nobody.issue())).toBe(false);
  });
});
