import { Inflate } from "fflate";
import type { Limits } from "../limits.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";

/** Fonts and pages unpacked: a plan has two or three megabytes of them. */
const timesText = 2;
/** Packed the way of before 1996, whose size unpacked cannot be counted here; bytes. */
const mostOldPacking = 300_000;

const latin = new TextDecoder("latin1");

/**
 * Counts what the parts of a PDF come to when they are unpacked, without keeping any of it. Pictures are not counted:
 * they are never unpacked. Throws UnreadableDocumentError where it is more than any plan has, or packed in layers.
 */
export function refuseBomb(bytes: Uint8Array, { expandedBytes }: Limits): void {
  let left = expandedBytes * timesText;
  let old = 0;
  for (const { description, data } of streamsOf(bytes)) {
    const packings = description.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g);
    if ((packings?.length ?? 0) > 1) throw unsafe();
    if (/\/Subtype\s*\/Image\b/.test(description)) continue;
    if (/\/LZW/.test(description)) old += data.length;
    left -= expandedLength(data, left);
    if (left < 0 || old > mostOldPacking) throw unsafe();
  }
}

function* streamsOf(bytes: Uint8Array) {
  const word = [0x73, 0x74, 0x72, 0x65, 0x61, 0x6d];
  const isWord = (at: number) => word.every((byte, index) => bytes[at + index] === byte);
  let begin = -1;
  for (let at = bytes.indexOf(0x73); at >= 0; at = bytes.indexOf(0x73, at + 1)) {
    if (!isWord(at)) continue;
    const ends = latin.decode(bytes.subarray(Math.max(0, at - 3), at)) === "end";
    if (ends && begin >= 0) {
      const first = bytes[begin] === 0x0d ? begin + 2 : begin + 1;
      yield { description: described(bytes, begin - 6), data: bytes.subarray(first, at - 3) };
      begin = -1;
    } else if (!ends && begin < 0) begin = at + 6;
  }
}

/** The dictionary before a stream; what is longer than any is cut off. */
function described(bytes: Uint8Array, at: number): string {
  const before = latin.decode(bytes.subarray(Math.max(0, at - 1_500), at));
  return before.slice(before.lastIndexOf(" obj") + 1);
}

/** 0 for what is not packed in this way, or is broken: then nothing comes of it. */
function expandedLength(data: Uint8Array, most: number): number {
  if (((data[0] ?? 0) & 0x0f) !== 8) return 0;
  const counted = { bytes: 0 };
  const inflate = new Inflate((chunk) => (counted.bytes += chunk.length));
  try {
    for (let at = 2; at < data.length; at += 16_384) {
      inflate.push(data.subarray(at, at + 16_384), at + 16_384 >= data.length);
      if (counted.bytes > most) break;
    }
  } catch {
    return counted.bytes;
  }
  return counted.bytes;
}

function unsafe(): UnreadableDocumentError {
  return new UnreadableDocumentError(
    "unsafe",
    "The PDF unpacks to more than any plan holds and was not read.",
  );
}
