import { randomUUID } from "node:crypto";
import { z } from "zod";
import { argumentInvalid } from "../errors.ts";
import { findAt, pathOfRow, serverRelative, targetAt, type Found } from "../files/place.ts";
import { copyTo, moveTo } from "../files/relocate.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { parseJson } from "../json.ts";
import { Complex, value, type Answer } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { text } from "../store/row.ts";
import type { Resource } from "./resource.ts";

/** What to do where something of that name is there already. */
const conflict = { fail: 0, replace: 1, rename: 2 } as const;

const newJobs = z.object({
  exportObjectUris: z.array(z.string()).min(1).max(100),
  destinationUri: z.string(),
  options: z
    .looseObject({
      NameConflictBehavior: z.number().int().min(0).max(2).default(conflict.fail),
      IsMoveMode: z.boolean().default(false),
      CustomizedItemName: z.array(z.string()).nullish(),
    })
    .prefault({}),
});
type Wanted = z.infer<typeof newJobs>;

const progressBody = z.object({ copyJobInfo: z.looseObject({ JobQueueUri: z.string() }) });
const told = z.array(z.string());

/** `CreateCopyJobs`: a job is done by the time it is answered, and what stands in its way is refused right there. */
export function copyJobSteps(session: Session): NonNullable<Resource["steps"]> {
  return {
    createcopyjobs: () => ({ post: (request) => createJobs(session, request) }),
    getcopyjobprogress: () => ({ post: (request) => progress(request) }),
  };
}

function createJobs(session: Session, request: ApiRequest): Answer {
  const wanted = parseBody(newJobs, request);
  const jobs = wanted.exportObjectUris.map((uri, place) => {
    const id = randomUUID();
    const log = logOf(session, id, relocate(session, wanted, uri, place));
    return new Complex("SP.CopyMigrationInfo", {
      EncryptionKey: "",
      JobId: id,
      // A client gives this back to ask how far the job is, so it carries the answer.
      JobQueueUri: `${session.site.url}/copyjobs/${encode(log)}`,
      SourceListItemUniqueIds: [],
    });
  });
  return value("CreateCopyJobs", "Collection(SP.CopyMigrationInfo)", jobs);
}

const encode = (log: readonly string[]) => Buffer.from(JSON.stringify(log)).toString("base64url");

function logOf({ instant }: Session, id: string, made: Readonly<Record<string, string>>): string[] {
  const line = (event: string, more: Readonly<Record<string, string>>) =>
    JSON.stringify({ Event: event, JobId: id, Time: instant, ...more });
  return [
    line("JobStart", {}),
    line("JobFinishedObjectInfo", made),
    line("JobEnd", { TotalErrors: "0" }),
  ];
}

function relocate(
  session: Session,
  { options, destinationUri }: Wanted,
  uri: string,
  place: number,
) {
  const found = anyAt(session, serverRelative(session, decodeURI(uri)));
  const leaf = options.CustomizedItemName?.[place] ?? text(found.row, "leaf");
  const folder = serverRelative(session, decodeURI(destinationUri));
  const target = targetAt(session, `${folder}/${leaf}`);
  const deed = options.IsMoveMode ? moveTo : copyTo;
  const path = deed(found, target, {
    overwrite: options.NameConflictBehavior === conflict.replace,
    keepBoth: options.NameConflictBehavior === conflict.rename,
  });
  const made = anyAt(session, path);
  return {
    SourceObjectFullUrl: `${session.site.origin}${pathOfRow(found.row)}`,
    TargetServerUrl: session.site.origin,
    TargetSiteRelativeUrl: "",
    TargetObjectSiteRelativeUrl: path.slice(session.site.path.length + 1),
    TargetObjectUniqueId: text(made.row, "uid"),
    TargetListId: made.list.id,
  };
}

function anyAt(session: Session, path: string): Found {
  try {
    return findAt(session, path, "file");
  } catch {
    return findAt(session, path, "folder");
  }
}

function progress(request: ApiRequest): Answer {
  const { copyJobInfo } = parseBody(progressBody, request);
  const log = copyJobInfo.JobQueueUri.split("/").at(-1) ?? "";
  return value(
    "GetCopyJobProgress",
    "SP.CopyJobProgress",
    new Complex("SP.CopyJobProgress", { JobState: 0, Logs: readLog(log) }),
  );
}

function readLog(encoded: string): string[] {
  try {
    return told.parse(parseJson(Buffer.from(encoded, "base64url").toString()));
  } catch {
    throw argumentInvalid("The copyJobInfo is none that was given here.");
  }
}
