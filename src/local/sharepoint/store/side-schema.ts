/** Navigation, features, items closed to comments, and sharing links. */
export const sideSchema = `
CREATE TABLE nav_nodes (
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id > 2000),
  web INTEGER NOT NULL,
  bar TEXT NOT NULL,
  parent INTEGER REFERENCES nav_nodes ON DELETE CASCADE,
  position REAL NOT NULL,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  external INTEGER NOT NULL,
  visible INTEGER NOT NULL
) STRICT;
INSERT INTO sqlite_sequence (name, seq) VALUES ('nav_nodes', 2000);
CREATE INDEX nav_nodes_parent ON nav_nodes (web, bar, parent);

CREATE TABLE features (
  web INTEGER NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (web, id)
) STRICT;

CREATE TABLE closed_comments (item TEXT PRIMARY KEY) STRICT;

CREATE TABLE share_links (
  id TEXT PRIMARY KEY,
  item TEXT NOT NULL,
  kind INTEGER NOT NULL,
  token TEXT NOT NULL,
  author INTEGER NOT NULL,
  created TEXT NOT NULL,
  expires TEXT NOT NULL,
  UNIQUE (item, kind)
) STRICT;
`;
