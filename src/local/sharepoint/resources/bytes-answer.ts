import { SharePointError } from "../errors.ts";
import type { ApiRequest } from "../http/request.ts";
import type { Answer } from "../odata/entity.ts";

const contentType = "application/octet-stream";

/** The bytes of a file, or the one range of them that was asked for. Throws 416 for a range beyond the end. */
export function bytesAnswer(content: Uint8Array, { range }: ApiRequest): Answer {
  const size = content.length;
  const asked = range === undefined ? undefined : bounds(range, size);
  if (!asked) return { kind: "bytes", content, contentType };
  const { from, to } = asked;
  if (from > to)
    throw new SharePointError(
      416,
      "-1, System.ArgumentOutOfRangeException",
      `The file has ${size} bytes; the range asked for is not among them.`,
    );
  return {
    kind: "bytes",
    content: content.subarray(from, to + 1),
    contentType,
    range: `bytes ${from}-${to}/${size}`,
  };
}

/** `bytes=2-5`, `bytes=2-` and `bytes=-3`, the last three; other ranges are passed over, as HTTP allows. */
function bounds(range: string, size: number): { from: number; to: number } | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (first === undefined || last === undefined || first + last === "") return undefined;
  if (first === "") return { from: Math.max(size - Number(last), 0), to: size - 1 };
  return { from: Number(first), to: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
}
