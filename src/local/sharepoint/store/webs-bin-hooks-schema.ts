/**
 * Subsites, the recycle bin's places and stages, webhooks, and checked-out files.
 * `lists` is made anew, because what must be unique now is so within a web, and outside the recycle bin.
 */
export const websBinHooksSchema = `
CREATE TABLE webs (
  number INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number > 1),
  id TEXT NOT NULL UNIQUE,
  parent INTEGER NOT NULL,
  path TEXT NOT NULL UNIQUE COLLATE NOCASE,
  title TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  template TEXT NOT NULL DEFAULT 'STS',
  language INTEGER NOT NULL DEFAULT 1033,
  author INTEGER,
  created TEXT NOT NULL
) STRICT;
INSERT INTO sqlite_sequence (name, seq) VALUES ('webs', 1);

CREATE TABLE lists_of_webs (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  web INTEGER NOT NULL DEFAULT 1,
  recycled INTEGER NOT NULL DEFAULT 0,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL COLLATE NOCASE,
  template INTEGER NOT NULL,
  root TEXT NOT NULL COLLATE NOCASE,
  root_guid TEXT NOT NULL,
  settings TEXT NOT NULL,
  author INTEGER,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  item_deleted TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 0,
  next_item INTEGER NOT NULL DEFAULT 1,
  next_column INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO lists_of_webs (number, id, title, template, root, root_guid, settings, author, created,
    modified, item_deleted, version, next_item, next_column)
  SELECT number, id, title, template, root, root_guid, settings, author, created,
    modified, item_deleted, version, next_item, next_column FROM lists;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'lists')
  WHERE name = 'lists_of_webs';
DROP TABLE lists;
ALTER TABLE lists_of_webs RENAME TO lists;
CREATE UNIQUE INDEX lists_title ON lists (web, title) WHERE recycled = 0;
CREATE UNIQUE INDEX lists_root ON lists (root) WHERE recycled = 0;

ALTER TABLE recycled ADD COLUMN web INTEGER NOT NULL DEFAULT 1;
ALTER TABLE recycled ADD COLUMN stage INTEGER NOT NULL DEFAULT 1;
ALTER TABLE recycled ADD COLUMN dir TEXT NOT NULL DEFAULT '';
ALTER TABLE recycled ADD COLUMN leaf TEXT NOT NULL DEFAULT '';
ALTER TABLE recycled ADD COLUMN author INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recycled ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
CREATE INDEX recycled_list ON recycled (list);

CREATE TABLE hooks (
  id TEXT PRIMARY KEY,
  list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE,
  url TEXT NOT NULL,
  state TEXT,
  expires TEXT NOT NULL,
  told INTEGER NOT NULL
) STRICT;

CREATE TABLE checkouts (
  list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE,
  item INTEGER NOT NULL,
  user INTEGER NOT NULL,
  before TEXT NOT NULL,
  PRIMARY KEY (list, item)
) STRICT, WITHOUT ROWID
`;
