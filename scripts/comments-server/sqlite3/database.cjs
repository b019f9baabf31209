const { DatabaseSync } = require('node:sqlite');

/** The methods of `Database` (https://github.com/TryGhost/node-sqlite3/wiki/API) that think-model-sqlite 1.3 calls. */
class Database {
  #database;

  constructor(file, done) {
    this.#answer(done, () => {
      this.#database = new DatabaseSync(file);
    });
  }

  configure(option, milliseconds) {
    if (option === 'busyTimeout') this.#database.exec(`PRAGMA busy_timeout = ${Number(milliseconds)}`);
  }

  run(sql, done) {
    return this.#answer(done, () => {
      const { lastInsertRowid, changes } = this.#database.prepare(sql).run();
      return { self: { lastID: Number(lastInsertRowid), changes: Number(changes) } };
    });
  }

  all(sql, done) {
    return this.#answer(done, () => ({ rows: this.#database.prepare(sql).all() }));
  }

  close(done) {
    return this.#answer(done, () => this.#database.close());
  }

  #answer(done, work) {
    let outcome = {};
    let failure = null;
    try {
      outcome = work() ?? {};
    } catch (error) {
      failure = error;
    }
    queueMicrotask(() => done?.call(outcome.self ?? this, failure, outcome.rows));
    return this;
  }
}

module.exports = { Database };
