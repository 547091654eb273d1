import { visibleLists } from "../permissions/visible-lists.ts";
import type { Session } from "../session.ts";
import { isLibrary, tableOf } from "../store/list.ts";
import type { Row } from "../store/row.ts";

/** Where the file or folder with this unique id lies, among the lists that the caller may see. */
export function idRow(session: Session, asked: string, what: "file" | "folder"): Row | undefined {
  const id = asked.replace(/^\{|\}$/g, "").toLowerCase();
  const kind = what === "folder" ? 1 : 0;
  for (const list of visibleLists(session)) {
    if (what === "file" && !isLibrary(list)) continue;
    const row = session.database.one(
      `SELECT dir, leaf FROM ${tableOf(list)} WHERE uid = ? AND kind = ?`,
      id,
      kind,
    );
    if (row) return row;
  }
  return undefined;
}
