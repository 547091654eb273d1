import { body, HttpRequestError } from "@pnp/queryable";
import { SPQueryable, spGet, spPost } from "@pnp/sp/spqueryable.js";
import { encodePath } from "@pnp/sp/utils/encode-path-str.js";
import * as v from "valibot";
import { RefusedError } from "#plan/errors.ts";
import type { Agency } from "#plan/plan.ts";
import type {
  EvidenceFile,
  EvidenceStore,
  NewEvidence,
  OnUpload,
  UploadBegun,
} from "#usecases/ports/evidence.ts";
import { isNameTaken, rethrow } from "./errors.ts";
import { numberedName, safeFileName } from "./file-name.ts";
import { formValues } from "./form-values.ts";
import { day, finiteInText, number, optionalNumber, optionalText, read } from "./row.ts";
import type { ListTitle } from "./list-definition.ts";
import type { Site } from "./site.ts";
import { rethrowUpload } from "./upload-refusal.ts";
import { UploadSession } from "./upload-session.ts";

/** Bytes of a part: so few that progress is seen to move, and that one arrives in time at 1 Mbit/s. */
const partBytes = 2 * 1024 * 1024;

/** How many of an agency's files are listed. */
const listed = 200;

const library: ListTitle = "Evidence";

const fileRow = v.object({
  Name: v.string(),
  Length: finiteInText,
  ServerRelativeUrl: v.string(),
  TimeCreated: v.string(),
  ListItemAllFields: v.object({
    PlanId: optionalNumber,
    ActionId: optionalNumber,
    Kind: optionalText,
    DateOfEvidence: optionalText,
  }),
});
const fileRows = v.array(v.unknown());
const fileColumns = [
  ...Object.keys(fileRow.entries).filter((name) => name !== "ListItemAllFields"),
  ...Object.keys(fileRow.entries.ListItemAllFields.entries).map(
    (name) => `ListItemAllFields/${name}`,
  ),
].join(",");

const written = v.array(
  v.object({ HasException: v.boolean(), ErrorMessage: v.nullish(v.string()) }),
);

/** The library of evidence, in which each agency has a folder of its own. Nothing in it is overwritten or deleted. */
export class SharePointEvidenceStore implements EvidenceStore {
  readonly #site: Site;

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
    return v
      .parse(fileRows, rows)
      .map((row) => this.#toFile(agency, row))
      .filter(({ bytes }) => bytes > 0);
  }

  async upload(evidence: NewEvidence, on: OnUpload): Promise<EvidenceFile> {
    return this.#upload(evidence, on)
      .catch(rethrowUpload(evidence.name))
      .catch(rethrow(`put a file into the evidence of ${evidence.agency.shortName}`));
  }

  async discard(begun: UploadBegun): Promise<void> {
    await new UploadSession(this.#site, begun).cancel();
  }

  async #upload(evidence: NewEvidence, on: OnUpload): Promise<EvidenceFile> {
    const path = (await this.#sentBefore(evidence)) ?? (await this.#send(evidence, on));
    await this.#describe(path, evidence);
    const row: unknown = await spGet(
      SPQueryable(
        this.#site.sp.web,
        `${fileAt(path)}?$select=${fileColumns}&$expand=ListItemAllFields`,
      ),
    );
    return this.#toFile(evidence.agency, row);
  }

  /** Where an earlier try left the whole file, in this agency's folder; what it left of a part is taken away. */
  async #sentBefore({ begun, agency, file }: NewEvidence): Promise<string | undefined> {
    if (!begun) return undefined;
    const left = new UploadSession(this.#site, begun);
    const isHere = begun.isOwn && begun.path.startsWith(`${this.#folderOf(agency)}/`);
    if (isHere && (await left.isWhole(file.size))) return begun.path;
    await left.cancel();
    return undefined;
  }

  /** The path under which the whole file stands: its own name, or the first number after it that nobody has taken. */
  async #send({ agency, file, name }: NewEvidence, on: OnUpload): Promise<string> {
    const wanted = safeFileName(name);
    let freed = 0;
    for (let count = 1; ;) {
      const path = `${this.#folderOf(agency)}/${numberedName(wanted, count)}`;
      const at = { path, id: crypto.randomUUID() };
      const session = new UploadSession(this.#site, at);
      on.began({ ...at, isOwn: false });
      try {
        await sendParts(session, file, { ...on, named: () => on.began({ ...at, isOwn: true }) });
        return path;
      } catch (cause) {
        const own = await session.cancel();
        if (!(cause instanceof HttpRequestError && isNameTaken(cause))) throw cause;
        // Taken by an own first try, whose answer was lost: once that is gone, the name is free.
        if (own && freed < count) freed = count;
        else count += 1;
      }
    }
  }

  async #describe(path: string, { planId, actionId, kind, date }: NewEvidence): Promise<void> {
    const values = { PlanId: planId, ActionId: actionId, Kind: kind, DateOfEvidence: date };
    const answer: unknown = await spPost(
      SPQueryable(this.#site.sp.web, `${fileAt(path)}/listItemAllFields/validateUpdateListItem`),
      body({ formValues: formValues(values), bNewDocumentUpdate: true }),
    );
    const refused = v.parse(written, answer).find(({ HasException }) => HasException);
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
async function sendParts(
  session: UploadSession,
  file: Blob,
  { progress, named, signal }: OnUpload & { readonly named: () => void },
) {
  progress(0);
  for (let offset = 0; offset < file.size; offset += partBytes) {
    signal.throwIfAborted();
    const part = file.slice(offset, offset + partBytes);
    await (offset === 0 ? session.begin(part) : session.add(part, offset));
    if (offset === 0) named();
    progress(offset + part.size);
  }
  signal.throwIfAborted();
  await session.finish(file.size);
}

function fileAt(path: string): string {
  return `getFileByServerRelativePath(decodedUrl='${encodePath(path)}')`;
}
