import type { Session } from "../session.ts";
import { everyone } from "./everyone.ts";
import { insertUser, userByEmail, userByLogin, type Principal } from "../store/principals.ts";

/** Whoever has this login name or address: known here, or to be found in the directory and then added here. */
export function ensureUser(session: Session, logonName: string): Principal | undefined {
  const wanted = logonName.trim().toLowerCase();
  if (wanted === "") return undefined;
  const known = userByLogin(session.database, wanted) ?? userByEmail(session.database, wanted);
  if (known) return known;
  const all = everyone(wanted);
  if (all) return userByLogin(session.database, all.loginName) ?? insertUser(session.database, all);
  const found = session.site.directory.find(
    ({ loginName, email }) =>
      loginName.toLowerCase() === wanted ||
      email.toLowerCase() === wanted ||
      loginName.toLowerCase().split("|").at(-1) === wanted,
  );
  if (!found) return undefined;
  return userByLogin(session.database, found.loginName) ?? insertUser(session.database, found);
}
