import type { Database } from "../store/database.ts";
import { deleteAttachments } from "./attachments.ts";

/** Lets go of what was kept beside an item that is gone for good: its files, comments, likes, ratings and links. */
export function forgetBelongings(database: Database, uid: string): void {
  deleteAttachments(database, uid);
  database.run(
    `DELETE FROM likes WHERE what = 'item ' || ?1
       OR what IN (SELECT 'comment ' || id FROM comments WHERE item = ?1)`,
    uid,
  );
  database.run("DELETE FROM comments WHERE item = ?", uid);
  database.run("DELETE FROM closed_comments WHERE item = ?", uid);
  database.run("DELETE FROM share_links WHERE item = ?", uid);
  database.run("DELETE FROM ratings WHERE item = ?", uid);
}
