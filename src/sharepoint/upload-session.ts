import { HttpRequestError } from "@pnp/queryable";
import { SPQueryable, spGet, spPost } from "@pnp/sp/spqueryable.js";
import { encodePath } from "@pnp/sp/utils/encode-path-str.js";
import * as v from "valibot";
import type { UploadBegun } from "#usecases/ports/evidence.ts";
import { isMissing } from "./errors.ts";
import type { Site } from "./site.ts";
import { finiteInText } from "./row.ts";

const length = v.object({ Length: finiteInText });

/**
 * One file on its way into a library, part by part (learn.microsoft.com: File.StartUpload and the methods after it). It
 * is not there before `finish`; `cancel` takes away what has come so far, with no right to delete.
 */
export class UploadSession {
  readonly path: string;
  readonly #site: Site;
  readonly #id: string;

  constructor(site: Site, { path, id }: Pick<UploadBegun, "path" | "id">) {
    this.#site = site;
    this.path = path;
    this.#id = id;
  }

  /** Takes the name and the first part. Throws HttpRequestError where the name is taken. */
  async begin(part: Blob): Promise<void> {
    const at = this.path.lastIndexOf("/");
    const [folder, name] = [this.path.slice(0, at), this.path.slice(at + 1)].map(encodePath);
    const stub = `getFolderByServerRelativePath(decodedUrl='${folder}')/files/addStubUsingPath(decodedUrl='${name}')`;
    await this.#post(`${stub}/startUpload(uploadId=guid'${this.#id}')`, part);
  }

  async add(part: Blob, offset: number): Promise<void> {
    await this.#post(
      `${this.#file}/continueUpload(uploadId=guid'${this.#id}',fileOffset=${offset})`,
      part,
    );
  }

  /** Makes it a file of so many bytes. Where the answer to a first try was lost, the second is refused and the file there. */
  async finish(bytes: number): Promise<void> {
    try {
      await this.#post(
        `${this.#file}/finishUpload(uploadId=guid'${this.#id}',fileOffset=${bytes})`,
        new Blob(),
      );
    } catch (cause) {
      if (!(cause instanceof HttpRequestError) || (await this.#length()) !== bytes) throw cause;
    }
  }

  /** True where it is a file of so many bytes, though no answer said so; while it is on its way it has none. */
  async isWhole(bytes: number): Promise<boolean> {
    return (await this.#length().catch(absent)) === bytes;
  }

  /** True where something of this very upload was there to be taken away. */
  async cancel(): Promise<boolean> {
    try {
      await this.#post(`${this.#file}/cancelUpload(uploadId=guid'${this.#id}')`, new Blob());
      return true;
    } catch {
      return false;
    }
  }

  get #file(): string {
    return `getFileByServerRelativePath(decodedUrl='${encodePath(this.path)}')`;
  }

  async #length(): Promise<number | undefined> {
    const file: unknown = await spGet(
      SPQueryable(this.#site.sp.web, `${this.#file}?$select=Length`),
    );
    return v.parse(length, file).Length;
  }

  async #post(path: string, body: Blob): Promise<void> {
    await spPost(SPQueryable(this.#site.sp.web, path), { body });
  }
}

/** For a file that is not there. */
function absent(cause: unknown): undefined {
  if (!isMissing(cause)) throw cause;
}
