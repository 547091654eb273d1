import { body, HttpRequestError } from "@pnp/queryable";
import { SPQueryable, spGet, spPost } from "@pnp/sp/spqueryable.js";
import { encodePath } from "@pnp/sp/utils/encode-path-str.js";
import * as z from "zod/mini";
import { RefusedError } from "#plan/errors.ts";
import type { Agency } from "#plan/plan.ts";
import type { EvidenceFile, EvidenceStore, NewEvidence } from "#usecases/ports/evidence.ts";
import { isNameTaken, rethrow } from "./errors.ts";
import { numberedName, safeFileName } from "./file-name.ts";
import { formValues } from "./form-values.ts";
import { day, number, optionalNumber, optionalText, read } from "./row.ts";
import type { ListTitle } from "./list-definition.ts";
import type { Site } from "./site.ts";
import { UploadSession } from "./upload-session.ts";

type Upload = Parameters<EvidenceStore["upload"]>[1];

/** Bytes of a part: so few that progress is seen to move, and that one arrives in time at 1 Mbit/s. */
const partBytes = 2 * 1024 * 1024;

/** Bytes of a file; SharePoint takes more, a browser tab on a hospital's line does not send it. */
const mostBytes = 250 * 1024 * 1024;

/** How many of an agency's files are listed. */
const listed = 200;

const library: ListTitle = "Evidence";

const fileRow = z.object({
  Name: z.string(),
  Length: z.coerce.number(),
  ServerRelativeUrl: z.string(),
  TimeCreated: z.string(),
  ListItemAllFields: z.object({
    PlanId: optionalNumber,
    ActionId: optionalNumber,
    Kind: optionalText,
    DateOfEvidence: optionalText,
  }),
});
const fileRows = z.array(z.unknown());
const fileColumns = [
  ...Object.keys(fileRow.shape).filter((name) => name !== "ListItemAllFields"),
  ...Object.keys(fileRow.shape.ListItemAllFields.shape).map((name) => `ListItemAllFields/${name}`),
].join(",");

const written = z.array(
  z.object({ HasException: z.boolean(), ErrorMessage: z.optional(z.nullable(z.string())) }),
);

/** The library of evidence, in which each agency has a folder of its own. Nothing in it is overwritten or deleted. */
export class SharePointEvidenceStore implements EvidenceStore {
  readonly #site: Site;
  /** What a failed try left behind, so that the next one for the same file goes on from there. */
  readonly #left = new WeakMap<Blob, UploadSession | { readonly path: string }>();

  constructor(site: Site) {
    this.#site = site;
  }

  async ofAgency(agency: Agency): Promise<readonly EvidenceFile[]> {
    const query = `$select=${fileColumns}&$expand=ListItemAllFields&$orderby=TimeCreated desc&$top=${listed}`;
    const folder = `getFolderByServerRelativePath(decodedUrl='${encodePath(this.#folderOf(agency))}')`;
    const rows: unknown = await spGet(
      SPQueryable(this.#site.sp.web, `${folder}/files?${query}`),
    ).catch(rethrow(`list the evidence of ${agency.shortName}`));
    // A file without bytes is an upload that never ended.
    return fileRows
      .parse(rows)
      .map((row) => this.#toFile(agency, row))
      .filter(({ bytes }) => bytes > 0);
  }

  async upload(evidence: NewEvidence, on: Upload): Promise<EvidenceFile> {
    refuseBadSize(evidence);
    return this.#upload(evidence, on).catch(
      rethrow(`put a file into the evidence of ${evidence.agency.shortName}`),
    );
  }

  async #upload(evidence: NewEvidence, on: Upload): Promise<EvidenceFile> {
    const { file, agency } = evidence;
    const path = (await this.#sentBefore(file)) ?? (await this.#send(evidence, on));
    this.#left.set(file, { path });
    await this.#describe(path, evidence);
    const row: unknown = await spGet(
      SPQueryable(
        this.#site.sp.web,
        `${fileAt(path)}?$select=${fileColumns}&$expand=ListItemAllFields`,
      ),
    );
    return this.#toFile(agency, row);
  }

  /** Where an earlier try left the whole file; what it left of a part is taken away. */
  async #sentBefore(file: Blob): Promise<string | undefined> {
    const left = this.#left.get(file);
    if (!(left instanceof UploadSession)) return left?.path;
    if (await left.isWhole(file.size)) return left.path;
    await left.cancel();
    return undefined;
  }

  /** The path under which the whole file stands: its own name, or the first number after it that nobody has taken. */
  async #send({ agency, file, name }: NewEvidence, on: Upload): Promise<string> {
    const wanted = safeFileName(name);
    for (let count = 1; ;) {
      const at = { folder: this.#folderOf(agency), name: numberedName(wanted, count) };
      const session = new UploadSession(this.#site, at);
      this.#left.set(file, session);
      try {
        await sendParts(session, file, on);
        return session.path;
      } catch (cause) {
        // Taken by an own first try, whose answer was lost: once that is gone, the name is free.
        const own = await session.cancel();
        if (!(cause instanceof HttpRequestError && isNameTaken(cause))) throw cause;
        if (!own) count += 1;
      }
    }
  }

  async #describe(path: string, { planId, actionId, kind, date }: NewEvidence): Promise<void> {
    const values = { PlanId: planId, ActionId: actionId, Kind: kind, DateOfEvidence: date };
    const answer: unknown = await spPost(
      SPQueryable(this.#site.sp.web, `${fileAt(path)}/listItemAllFields/validateUpdateListItem`),
      body({ formValues: formValues(values), bNewDocumentUpdate: true }),
    );
    const refused = written.parse(answer).find(({ HasException }) => HasException);
    if (refused)
      throw new RefusedError(
        `SharePoint keeps the file, and did not accept what was said of it: ${refused.ErrorMessage ?? "refused"}`,
      );
  }

  #folderOf({ folder }: Agency): string {
    return `${this.#site.path}/${library}/${folder}`;
  }

  #toFile(agency: Agency, row: unknown): EvidenceFile {
    const { ListItemAllFields: said, ...file } = read(library, fileRow, row);
    const { origin } = new URL(this.#site.url);
    return {
      name: file.Name,
      url: origin + file.ServerRelativeUrl.split("/").map(encodeURIComponent).join("/"),
      agency: agency.shortName,
      planId: number(said.PlanId),
      actionId: number(said.ActionId),
      kind: said.Kind === "impact" ? "impact" : "activity",
      date: day(said.DateOfEvidence),
      bytes: file.Length,
      added: file.TimeCreated,
    };
  }
}

/** Part after part; what is cancelled is cancelled between two of them. */
async function sendParts(session: UploadSession, file: Blob, { progress, signal }: Upload) {
  progress(0);
  for (let offset = 0; offset < file.size; offset += partBytes) {
    signal.throwIfAborted();
    const part = file.slice(offset, offset + partBytes);
    await (offset === 0 ? session.begin(part) : session.add(part, offset));
    progress(offset + part.size);
  }
  signal.throwIfAborted();
  await session.finish(file.size);
}

function refuseBadSize({ name, file: { size } }: NewEvidence): void {
  if (size === 0) throw new RefusedError(`The file “${name}” is empty. Choose another one.`);
  if (size > mostBytes)
    throw new RefusedError(
      `The file “${name}” is larger than 250 MB. Put it into a library of your own, and paste the link to it.`,
    );
}

function fileAt(path: string): string {
  return `getFileByServerRelativePath(decodedUrl='${encodePath(path)}')`;
}
