import type { Limits } from "./limits.ts";
import { plainCharacters } from "./model/plain-characters.ts";
import { UnreadableDocumentError } from "./unreadable-document-error.ts";

/**
 * The characters of a text file: UTF-8 or UTF-16 by its mark, UTF-16 by its blank bytes, else UTF-8, else what Excel on
 * a British machine writes (Windows-1252). Throws UnreadableDocumentError for what is no text, or longer than the limits allow.
 */
export function decodeText(bytes: Uint8Array, { expandedBytes }: Limits): string {
  if (bytes.length > expandedBytes) {
    const megabytes = Math.round(expandedBytes / 1_000_000);
    throw new UnreadableDocumentError(
      "too-large",
      `The file is larger than the ${megabytes} MB of text that can be read.`,
    );
  }
  const text = decoded(bytes);
  if (hasControls(text)) {
    throw new UnreadableDocumentError(
      "wrong-type",
      "This is no kind of file that can be read: choose a Word document, a workbook, CSV, text or HTML.",
    );
  }
  return plainCharacters(text);
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const wide = unmarkedWide(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** UTF-16 that lost its mark: in Western text every other byte is nothing. */
function unmarkedWide(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const beginning = bytes.subarray(0, 2_000);
  if (beginning.length % 2 > 0 || beginning.length < 4) return undefined;
  const nothing = [0, 0];
  beginning.forEach((byte, at) => {
    if (byte === 0) nothing[at % 2] = (nothing[at % 2] ?? 0) + 1;
  });
  const [first = 0, second = 0] = nothing;
  const most = beginning.length * 0.4;
  if (second > most && first === 0) return "utf-16le";
  return first > most && second === 0 ? "utf-16be" : undefined;
}

/** Text has tabs and line ends, and of the other control characters none. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32)) return true;
  }
  return false;
}
