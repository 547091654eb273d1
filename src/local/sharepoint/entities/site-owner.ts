import type { Entity } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { allPrincipals, principalById } from "../store/principals.ts";
import { userEntity } from "./principal-entity.ts";

/** The first of the site's administrators; before one has come, the system. */
export function siteOwner(session: Session): Entity | null {
  const users = allPrincipals(session.database, "user");
  const first = users.find(({ siteAdmin }) => siteAdmin) ?? users[0];
  return first ? userEntity(session, first) : null;
}

/** Whoever made the web; the root web is the site owner's. */
export function webAuthor(session: Session): Entity | null {
  const row = session.database.one("SELECT author FROM webs WHERE number = ?", session.site.web);
  const author = row?.["author"];
  const user = typeof author === "number" ? principalById(session.database, author) : undefined;
  return user ? userEntity(session, user) : siteOwner(session);
}
