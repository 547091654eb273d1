import type { Duplex } from "node:stream";
import { SharePointError } from "../errors.ts";
import { writeError } from "../odata/write-answer.ts";

/** Answers what cannot even be read as HTTP, and ends the connection: 431 for headers beyond 16 KB, 400 for the rest. */
export function answerUnreadable(error: Error, socket: Duplex): void {
  const hungUp = "code" in error && error.code === "ECONNRESET";
  if (hungUp || !socket.writable) {
    socket.destroy();
    return;
  }
  const tooLong = "code" in error && error.code === "HPE_HEADER_OVERFLOW";
  const { status, headers, body } = writeError(
    tooLong
      ? refusal(431, "The headers of the request are larger than 16384 bytes.")
      : refusal(400, "The request is not valid HTTP."),
    "minimal",
  );
  const lines = Object.entries({
    ...headers,
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
  }).map(([name, value]) => `${name}: ${value}`);
  const reason = tooLong ? "Request Header Fields Too Large" : "Bad Request";
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${lines.join("\r\n")}\r\n\r\n${String(body)}`);
}

function refusal(status: number, message: string): SharePointError {
  return new SharePointError(
    status,
    "-1, Microsoft.SharePoint.Client.InvalidClientQueryException",
    message,
  );
}
