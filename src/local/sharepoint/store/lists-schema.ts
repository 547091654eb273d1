/** Views, attachments, comments, content types, site columns, and what a library keeps in its Forms folder. */
export const listsSchema = `
CREATE TABLE views (
  id TEXT PRIMARY KEY,
  list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE,
  title TEXT NOT NULL COLLATE NOCASE,
  settings TEXT NOT NULL
) STRICT;
CREATE INDEX views_list ON views (list);
INSERT INTO views (id, list, title, settings)
  SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
    || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    number, CASE template WHEN 101 THEN 'All Documents' ELSE 'All Items' END,
    CASE template WHEN 101 THEN '{"isDefault":true,"fields":["DocIcon","LinkFilename","Modified","Editor"]}'
      ELSE '{"isDefault":true,"fields":["LinkTitle"]}' END
  FROM lists;

CREATE TABLE attachments (
  item TEXT NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE,
  list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE,
  blob INTEGER NOT NULL REFERENCES blobs ON DELETE CASCADE,
  PRIMARY KEY (item, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE comments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE,
  item TEXT NOT NULL,
  parent INTEGER REFERENCES comments ON DELETE CASCADE,
  author INTEGER NOT NULL,
  content TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;
CREATE INDEX comments_item ON comments (item);
CREATE INDEX comments_parent ON comments (parent);

CREATE TABLE likes (
  what TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES principals ON DELETE CASCADE,
  at TEXT NOT NULL,
  PRIMARY KEY (what, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE content_types (
  list INTEGER REFERENCES lists ON DELETE CASCADE,
  id TEXT NOT NULL COLLATE NOCASE,
  settings TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX content_types_id ON content_types (ifnull(list, 0), id);

CREATE TABLE item_types (item TEXT PRIMARY KEY, type TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE form_files (
  list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE,
  name TEXT NOT NULL COLLATE NOCASE,
  blob INTEGER NOT NULL REFERENCES blobs ON DELETE CASCADE,
  PRIMARY KEY (list, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE site_columns (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT
`;
