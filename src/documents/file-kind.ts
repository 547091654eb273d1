import { UnreadableDocumentError } from "./unreadable-document-error.ts";

/** What the bytes are, by what they begin with and never by a name. */
export type FileForm = "package" | "pdf" | "text";

const containerSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Throws UnreadableDocumentError for what is empty, protected, of an older Office, or no text at all. */
export function fileForm(bytes: Uint8Array): FileForm {
  if (bytes.length === 0) throw refusal("wrong-type", "The file is empty.");
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return "package";
  if (startsWith(bytes, containerSignature)) throw containerRefusal(bytes);
  if (startsWith(bytes, codesOf("%PDF-"))) return "pdf";
  if (startsWith(bytes, codesOf("{\\rtf"))) {
    throw refusal("wrong-type", "This is a rich text file; open it in Word and save it as .docx.");
  }
  return "text";
}

/** Word keeps a document with a password, and anything before 2007, in the same old container. */
function containerRefusal(bytes: Uint8Array): UnreadableDocumentError {
  if (includesUtf16(bytes, "EncryptedPackage")) {
    return refusal("protected", "The document has a password; save it without one and try again.");
  }
  return refusal(
    "wrong-type",
    "This is a document of an older Office; open it there and save it as .docx or .xlsx.",
  );
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = codesOf(text).flatMap((code) => [code, 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function codesOf(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function refusal(reason: "wrong-type" | "protected", message: string): UnreadableDocumentError {
  return new UnreadableDocumentError(reason, message);
}
