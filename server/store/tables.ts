import type { Database } from './database.ts'

const applicationId = 0x59_53_54_4b

const tables = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS heads (
  kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, unit TEXT, "group" TEXT, state TEXT NOT NULL, summary TEXT NOT NULL,
  body TEXT NOT NULL, operations TEXT NOT NULL, outcome TEXT, audit TEXT NOT NULL, updatedAt TEXT NOT NULL, PRIMARY KEY (kind, id)
) STRICT;
CREATE INDEX IF NOT EXISTS heads_group ON heads (kind, "group", unit);
CREATE TABLE IF NOT EXISTS entries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, target TEXT NOT NULL, unit TEXT, revision INTEGER NOT NULL, at TEXT NOT NULL,
  actor TEXT NOT NULL, name TEXT NOT NULL, action TEXT NOT NULL, detail TEXT NOT NULL, content TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,
  UNIQUE (kind, target, revision)
) STRICT;
CREATE TABLE IF NOT EXISTS facts (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS sessions (id TEXT PRIMARY KEY, user TEXT NOT NULL, expires INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS sessions_user ON sessions (user);
CREATE TABLE IF NOT EXISTS hits (key TEXT PRIMARY KEY, count INTEGER NOT NULL, expires INTEGER NOT NULL) STRICT;
CREATE TRIGGER IF NOT EXISTS entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
CREATE TRIGGER IF NOT EXISTS entries_freeze BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
CREATE TRIGGER IF NOT EXISTS facts_stay BEFORE DELETE ON facts BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END;
CREATE TRIGGER IF NOT EXISTS facts_freeze BEFORE UPDATE ON facts BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END;
CREATE TRIGGER IF NOT EXISTS editions_freeze BEFORE UPDATE ON heads WHEN old.kind = 'edition' BEGIN SELECT RAISE(ABORT, 'published editions are immutable'); END;
CREATE TRIGGER IF NOT EXISTS heads_stay BEFORE DELETE ON heads BEGIN SELECT RAISE(ABORT, 'documents are closed, not deleted'); END;
`

/** Durable settings and the tables; a new database is marked as ours. */
export function prepareTables(database: Database): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 3000; PRAGMA journal_size_limit = 67108864;')
  database.exec(`PRAGMA application_id = ${applicationId};`)
  database.exec(tables)
}
