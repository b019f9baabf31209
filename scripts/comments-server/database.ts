import { DatabaseSync } from 'node:sqlite';

/**
 * Opens the database with the tables of Waline 1.39, which its package does not create. `insertedAt` defaults to the
 * database's clock, because Waline's model drops the value that Waline sets; without it, comments have no date and the
 * limit per reader does not work.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000 });
  const times = ['createdAt', 'updatedAt'].map((name) => `"${name}" DATETIME DEFAULT (datetime('now','localtime'))`);
  const texts = (...names: string[]) => names.map((name) => `"${name}" TEXT`);
  const table = (name: string, columns: string[]) =>
    `CREATE TABLE IF NOT EXISTS wl_${name} (id INTEGER PRIMARY KEY AUTOINCREMENT, ${[...columns, ...times].join(', ')});`;
  database.exec(`PRAGMA journal_mode = WAL;
    ${table('Comment', [
      'user_id INTEGER',
      "insertedAt DATETIME DEFAULT (datetime('now','localtime'))",
      ...texts('comment', 'ip', 'link', 'mail', 'nick', 'ua', 'url'),
      'rid INTEGER',
      'pid INTEGER',
      'sticky NUMERIC',
      'status TEXT NOT NULL',
      '"like" INTEGER',
    ])}
    ${table('Counter', ['time INTEGER', ...Array.from({ length: 9 }, (_, at) => `reaction${at} INTEGER`), 'url TEXT'])}
    ${table('Users', [
      ...['display_name', 'email', 'password', 'type'].map((name) => `"${name}" TEXT NOT NULL DEFAULT ''`),
      ...texts(
        'label',
        'url',
        'avatar',
        '2fa',
        'github',
        'twitter',
        'facebook',
        'google',
        'weibo',
        'qq',
        'oidc',
        'huawei',
      ),
    ])}
    CREATE INDEX IF NOT EXISTS wl_Comment_url ON wl_Comment (url);
    CREATE INDEX IF NOT EXISTS wl_Comment_ip ON wl_Comment (ip, insertedAt);`);
  return database;
}
