import { randomUUID } from "node:crypto";

/** Not a failure: says that a webhook's address must prove itself before the call can be answered. */
export class HandshakeWanted extends Error {
  readonly url: string;

  constructor(url: string) {
    super(`The webhook at ${url} has not been asked yet.`);
    this.name = "HandshakeWanted";
    this.url = url;
  }
}

/** Milliseconds that a webhook has to answer, here as in SharePoint. */
export const answerWithin = 5000;

/** Whether the address gives the token back as plain text in time. */
export async function shakeHands(url: string): Promise<boolean> {
  const token = randomUUID();
  try {
    const address = new URL(url);
    address.searchParams.set("validationtoken", token);
    const response = await fetch(address, {
      method: "POST",
      redirect: "manual",
      headers: { "Content-Type": "text/plain" },
      signal: AbortSignal.timeout(answerWithin),
    });
    const plain = /^text\/plain\b/i.test(response.headers.get("content-type") ?? "");
    if (!response.ok || !plain) {
      await response.body?.cancel();
      return false;
    }
    return (await firstBytes(response, 2 * token.length)) === token;
  } catch {
    return false;
  }
}

/** Reads no more than it takes to see that the answer is another one. */
async function firstBytes(response: Response, most: number): Promise<string> {
  let read = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    read += decoder.decode(chunk, { stream: true });
    if (read.length > most) break;
  }
  return read.trim();
}

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Webhooks are called by https; by http only on this machine, where development has no certificates. */
export function mayBeCalled(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
}
