import type { DatabaseSync } from 'node:sqlite';
import type { ServerSettings } from './settings.ts';

/** The account that moderates, as Waline's database has it. */
export interface EditorAccount {
  id: string;
  name: string;
  email: string;
  passwordHash: string;
}

/** The class of the package `phpass` with which Waline hashes passwords and compares them. */
export interface PasswordHash {
  hashPassword(password: string): string;
  checkPassword(password: string, hash: string): boolean;
}

/**
 * Makes the one editor's account that of the settings: creates it, or changes its name, its e-mail address and its
 * password. Its id stays, so comments that it wrote remain the editor's. The hash changes only if the password does.
 * Every other account is banned: earlier versions registered another one when the e-mail address changed.
 */
export function saveEditor(
  database: DatabaseSync,
  { name, email, password }: NonNullable<ServerSettings['editor']>,
  passwords: PasswordHash,
): void {
  const stored = readEditor(database);
  if (stored === undefined) {
    database
      .prepare("INSERT INTO wl_Users (display_name, email, password, type, url) VALUES (?, ?, ?, 'administrator', '')")
      .run(name, email, passwords.hashPassword(password));
  } else {
    const { id, passwordHash } = stored;
    const isSame = passwords.checkPassword(password, passwordHash);
    database
      .prepare('UPDATE wl_Users SET display_name = ?, email = ?, password = ? WHERE id = ?')
      .run(name, email, isSame ? passwordHash : passwords.hashPassword(password), Number(id));
  }
  database.prepare("UPDATE wl_Users SET type = 'banned' WHERE id <> ?").run(Number(readEditor(database)?.id));
}

/** Reads the editor's account: Waline's first administrator. Undefined if there has never been one. */
export function readEditor(database: DatabaseSync): EditorAccount | undefined {
  const row = database
    .prepare("SELECT id, display_name, email, password FROM wl_Users WHERE type = 'administrator' ORDER BY id LIMIT 1")
    .get();
  return (
    row && {
      id: String(row.id),
      name: String(row.display_name),
      email: String(row.email),
      passwordHash: String(row.password),
    }
  );
}
