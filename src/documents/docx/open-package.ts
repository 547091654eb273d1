import { Unzip, UnzipInflate, unzipSync, type UnzipFile, type UnzipFileInfo } from "fflate";
import type { Limits } from "../limits.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";

/** Small enough that one step of the packed file unpacks to no more than 33 MB. */
const stepBytes = 32_768;

/** An opened zip package; nothing of it is unpacked before it is asked for. */
export interface Package {
  has(name: string): boolean;
  /** The parts of those names that exist, unpacked. Throws UnreadableDocumentError. */
  read(names: readonly string[]): ReadonlyMap<string, Uint8Array>;
}

/** Throws UnreadableDocumentError where the list of files is broken or beyond the limits. */
export function openPackage(bytes: Uint8Array, limits: Limits): Package {
  if (bytes.length > limits.fileBytes) throw tooLarge("The file", limits.fileBytes);
  const entries = listEntries(bytes, limits);
  let unpacked = 0;
  return {
    has: (name) => entries.has(name),
    read(names) {
      const wanted = [...new Set(names)].flatMap((name) => entries.get(name) ?? []);
      unpacked += wanted.reduce((sum, entry) => sum + entry.originalSize, 0);
      refuseBombs(unpacked, limits);
      return unpack(bytes, wanted, limits);
    },
  };
}

function listEntries(bytes: Uint8Array, limits: Limits): Map<string, UnzipFileInfo> {
  const entries = new Map<string, UnzipFileInfo>();
  let count = 0;
  attempt(() =>
    unzipSync(bytes, {
      filter(entry) {
        count += 1;
        if (count > limits.entries) {
          const message = `The file holds more than ${limits.entries} parts and was not opened.`;
          throw new UnreadableDocumentError("too-large", message);
        }
        entries.set(entry.name, entry);
        return false;
      },
    }),
  );
  return entries;
}

/** Judges by the sizes that the package declares; `unpack` holds it to them. */
function refuseBombs(total: number, limits: Limits): void {
  if (total > limits.expandedBytes)
    throw tooLarge("What the file unpacks to", limits.expandedBytes);
}

function unpack(
  bytes: Uint8Array,
  wanted: readonly UnzipFileInfo[],
  limits: Limits,
): Map<string, Uint8Array> {
  const collectors = new Map(wanted.map((entry) => [entry.name, collector(entry, limits)]));
  const unzip = new Unzip((file) => collectors.get(file.name)?.start(file));
  unzip.register(UnzipInflate);
  attempt(() => {
    for (let at = 0; at < bytes.length; at += stepBytes) {
      unzip.push(bytes.subarray(at, at + stepBytes), at + stepBytes >= bytes.length);
    }
  });
  return new Map([...collectors].map(([name, part]) => [name, part.whole()]));
}

/** Takes a part in as it unpacks and stops at once where it grows beyond its declared size. */
function collector({ originalSize }: UnzipFileInfo, { expandedBytes }: Limits) {
  const part = new Uint8Array(originalSize);
  let length = 0;
  return {
    start(file: UnzipFile) {
      length = 0;
      file.ondata = (error, chunk) => {
        if (error) throw error;
        if (length + chunk.length > originalSize) {
          throw tooLarge("What the file unpacks to", expandedBytes);
        }
        part.set(chunk, length);
        length += chunk.length;
      };
      file.start();
    },
    whole(): Uint8Array {
      if (length !== originalSize) throw corrupt();
      return part;
    },
  };
}

function attempt(step: () => unknown): void {
  try {
    step();
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) throw cause;
    throw corrupt(cause);
  }
}

/** What is said of any file that breaks off or does not hold together. */
export function corrupt(cause?: unknown): UnreadableDocumentError {
  const message =
    "The file is damaged; open it in Word or Excel, save it again, and choose that copy.";
  return new UnreadableDocumentError("corrupt", message, { cause });
}

function tooLarge(what: string, bytes: number): UnreadableDocumentError {
  const megabytes = Math.round(bytes / 1_000_000);
  return new UnreadableDocumentError(
    "too-large",
    `${what} is larger than the ${megabytes} MB that can be read: save it in parts, or in another form, and choose those.`,
  );
}
