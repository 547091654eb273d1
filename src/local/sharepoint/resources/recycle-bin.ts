import { z } from "zod";
import { binEntries, type BinEntry } from "../bin/bin-entry.ts";
import { purge, purgeExpired } from "../bin/purge.ts";
import { restore } from "../bin/restore.ts";
import { binEntity } from "../entities/bin-entity.ts";
import { accessDenied, SharePointError } from "../errors.ts";
import { parseBody } from "../http/request.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import type { Answer } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { entityResource, type Resource } from "./resource.ts";

/** Whose bin is meant: a web's first stage, or both stages of the whole site collection. */
export type BinOf = "web" | "site";

type Work = (session: Session, entry: BinEntry) => void;

/**
 * In a web's bin everybody sees what they deleted themselves, and whoever manages the web sees it all.
 * The site collection's bin is for its administrators.
 */
export function recycleBinResource(session: Session, of: BinOf, segment: Segment): Resource {
  if (of === "site" && !session.caller.siteAdmin) throw accessDenied();
  if (hasArguments(segment)) return entryResource(session, find(session, of, segment));
  const all = (name: string, stage: 1 | 2, work: Work): Resource => ({
    post: () => {
      for (const entry of visible(session, of)) if (entry.stage === stage) work(session, entry);
      return nothing(name);
    },
  });
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.RecycleBinItems",
      entities: visible(session, of).map((entry) => binEntity(session, entry)),
    }),
    steps: {
      getbyid: (step) => entryResource(session, find(session, of, step)),
      deleteall: () => all("DeleteAll", 1, purge),
      restoreall: () => all("RestoreAll", 1, restore),
      movealltosecondstage: () => all("MoveAllToSecondStage", 1, toSecondStage),
      deleteallsecondstageitems: () => {
        if (!session.caller.siteAdmin) throw accessDenied();
        return all("DeleteAllSecondStageItems", 2, purge);
      },
      deletebyids: () => byIds(session, of, "DeleteByIds", purge),
      restorebyids: () => byIds(session, of, "RestoreByIds", restore),
      movetosecondstagebyids: () => byIds(session, of, "MoveToSecondStageByIds", toSecondStage),
    },
  };
}

/**
 * `getRecycleBinItems(pagingInfo, rowLimit, isAscending, orderBy, itemState)`: by the day of deletion (3), the name (1)
 * or the size (6); of the first stage (1), the second (2) or both (0). Without a limit there are 100 at most.
 */
export function recycleBinItems(session: Session, of: BinOf, segment: Segment): Resource {
  if (of === "site" && !session.caller.siteAdmin) throw accessDenied();
  const asked = (name: string, place: number) =>
    segment.named.get(name) ?? segment.positional[place];
  const limit = Number(asked("rowlimit", 1) ?? 100);
  const state = Number(asked("itemstate", 4) ?? 0);
  const up = String(asked("isascending", 2)) === "true";
  const key = binOrder[Number(asked("orderby", 3) ?? 3)] ?? "at";
  const compare = (one: BinEntry, other: BinEntry) =>
    one[key] === other[key] ? 0 : one[key] < other[key] === up ? -1 : 1;
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.RecycleBinItems",
      entities: visible(session, of)
        .filter(({ stage }) => state === 0 || stage === state)
        .toSorted(compare)
        .slice(0, limit)
        .map((entry) => binEntity(session, entry)),
    }),
  };
}

const binOrder: Readonly<Record<number, "at" | "title" | "size">> = {
  1: "title",
  3: "at",
  6: "size",
};

function entryResource(session: Session, entry: BinEntry): Resource {
  const doing = (name: string, work: Work) => (): Resource => ({
    post: () => {
      work(session, entry);
      return nothing(name);
    },
  });
  return entityResource(() => binEntity(session, entry), {
    delete: () => {
      purge(session, entry);
      return nothing("DeleteObject");
    },
    steps: {
      restore: doing("Restore", restore),
      movetosecondstage: doing("MoveToSecondStage", toSecondStage),
    },
  });
}

function byIds(session: Session, of: BinOf, name: string, work: Work): Resource {
  return {
    post: (request) => {
      const { ids } = parseBody(z.object({ ids: z.array(z.string()).max(200) }), request);
      const wanted = ids.map((id) => byId(session, of, id));
      for (const entry of wanted) work(session, entry);
      return nothing(name);
    },
  };
}

function toSecondStage({ database }: Session, { id }: BinEntry): void {
  database.run("UPDATE recycled SET stage = 2 WHERE id = ?", id);
}

function visible(session: Session, of: BinOf): BinEntry[] {
  session.database.transaction(() => purgeExpired(session.database, session.now));
  const everybodys = session.access.can(session.site.scope, right.manageWeb);
  return binEntries(session.database).filter(
    ({ web, stage, by }) =>
      of === "site" ||
      (web === session.site.web && stage === 1 && (everybodys || by === session.caller.id)),
  );
}

function find(session: Session, of: BinOf, segment: Segment): BinEntry {
  return byId(session, of, textArgument(segment));
}

function byId(session: Session, of: BinOf, asked: string): BinEntry {
  const wanted = asked.replace(/^\{|\}$/g, "").toLowerCase();
  const entry = visible(session, of).find(({ id }) => id === wanted);
  if (entry) return entry;
  throw new SharePointError(
    404,
    "-2147024809, System.ArgumentException",
    "The recycle bin item was not found. It may have been restored or deleted.",
  );
}

function nothing(name: string): Answer {
  return { kind: "null", name };
}
