import { randomUUID } from "node:crypto";
import { queryInvalid } from "../errors.ts";
import type { Written } from "../odata/write-answer.ts";
import { parseBatch, type Part } from "./multipart.ts";

const mostParts = 100;
const crlf = "\r\n";
const reasons: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  204: "No Content",
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  412: "Precondition Failed",
  413: "Payload Too Large",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
};

/** Answers the calls of a batch one by one, in order and flat. Parts fail alone: a batch is no transaction. */
export async function answerBatch(
  body: string,
  contentType: string,
  answer: (part: Part, place: number, count: number) => Promise<Written>,
): Promise<Written> {
  const parts = parseBatch(body, contentType);
  if (parts.length === 0) throw queryInvalid("The batch holds no calls.");
  if (parts.length > mostParts)
    throw queryInvalid(`A batch holds at most ${mostParts} calls; this one has ${parts.length}.`);
  const boundary = `batchresponse_${randomUUID()}`;
  const written: string[] = [];
  for (const [place, part] of parts.entries())
    written.push(`--${boundary}${crlf}${writePart(await answer(part, place, parts.length))}`);
  return {
    status: 200,
    headers: { "Content-Type": `multipart/mixed; boundary=${boundary}` },
    body: `${written.join("")}--${boundary}--${crlf}`,
  };
}

function writePart({ status, headers, body }: Written): string {
  const content = typeof body === "string" ? body : new TextDecoder().decode(body);
  const lines = [
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    "",
    `HTTP/1.1 ${status} ${reasons[status] ?? "Unknown"}`,
    ...Object.entries(headers).map(([name, value]) => `${name.toUpperCase()}: ${value}`),
    "",
    content,
  ];
  return `${lines.join(crlf)}${crlf}`;
}
