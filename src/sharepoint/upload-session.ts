import { HttpRequestError } from "@pnp/queryable";
import { SPQueryable, spGet, spPost } from "@pnp/sp/spqueryable.js";
import { encodePath } from "@pnp/sp/utils/encode-path-str.js";
import * as z from "zod/mini";
import { isMissing } from "./errors.ts";
import type { Site } from "./site.ts";

const length = z.object({ Length: z.coerce.number() });

/**
 * One file on its way into a library, part by part (learn.microsoft.com: File.StartUpload and the methods after it). It
 * is not there before `finish`; `cancel` takes away what has come so far, with no right to delete.
 */
export class UploadSession {
  readonly folder: string;
  readonly name: string;
  readonly #site: Site;
  readonly #id = crypto.randomUUID();
  /** From its last word on the whole file may be there, whatever was heard of it. */
  #ending = false;

  constructor(site: Site, at: { readonly folder: string; readonly name: string }) {
    this.#site = site;
    this.folder = at.folder;
    this.name = at.name;
  }

  get path(): string {
    return `${this.folder}/${this.name}`;
  }

  /** Takes the name and the first part. Throws HttpRequestError where the name is taken. */
  async begin(part: Blob): Promise<void> {
    const stub = `getFolderByServerRelativePath(decodedUrl='${encodePath(this.folder)}')/files/addStubUsingPath(decodedUrl='${encodePath(this.name)}')`;
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
    this.#ending = true;
    try {
      await this.#post(
        `${this.#file}/finishUpload(uploadId=guid'${this.#id}',fileOffset=${bytes})`,
        new Blob(),
      );
    } catch (cause) {
      if (!(cause instanceof HttpRequestError) || (await this.#length()) !== bytes) throw cause;
    }
  }

  /** True where it is a file of so many bytes, though no answer said so. */
  async isWhole(bytes: number): Promise<boolean> {
    return this.#ending && (await this.#length().catch(absent)) === bytes;
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
    return length.parse(file).Length;
  }

  async #post(path: string, body: Blob): Promise<void> {
    await spPost(SPQueryable(this.#site.sp.web, path), { body });
  }
}

/** For a file that is not there. */
function absent(cause: unknown): undefined {
  if (!isMissing(cause)) throw cause;
}
