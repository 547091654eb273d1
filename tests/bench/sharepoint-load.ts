import { connect, type Socket } from "node:net";

/** Bytes of one request, ready to be sent; kept small on this side, so that the server is what is measured. */
export function requestBytes(
  method: string,
  path: string,
  body = "",
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const lines = Object.entries({
    Host: "127.0.0.1",
    Authorization: "Bearer admin",
    Accept: "application/json;odata=nometadata",
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
}

/** How many answers come in a second, over four connections that ask again and again. */
export async function perSecond(port: number, request: Buffer, milliseconds: number) {
  const until = performance.now() + milliseconds;
  const from = performance.now();
  const counts = await Promise.all([1, 2, 3, 4].map(() => askUntil(port, request, until)));
  return counts.reduce((sum, count) => sum + count) / ((performance.now() - from) / 1000);
}

/** Asks once; the answer's status and the bytes of its body. Throws where the connection ends before. */
export async function askOnce(port: number, request: Buffer): Promise<[number, Buffer]> {
  const socket = connect(port, "127.0.0.1");
  try {
    return await ask(socket, request);
  } finally {
    socket.destroy();
  }
}

async function askUntil(port: number, request: Buffer, until: number): Promise<number> {
  const socket = connect(port, "127.0.0.1");
  socket.setNoDelay(true);
  let count = 0;
  while (performance.now() < until) {
    const [status] = await ask(socket, request);
    if (status >= 400) throw new Error(`The server answered ${status}.`);
    count += 1;
  }
  socket.destroy();
  return count;
}

function ask(socket: Socket, request: Buffer): Promise<[number, Buffer]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let missing: number | undefined;
    const onData = (chunk: Buffer) => {
      chunks.push(chunk);
      missing = missing === undefined ? left(Buffer.concat(chunks)) : missing - chunk.length;
      if (missing !== 0) return;
      socket.off("data", onData).off("error", reject);
      const answer = Buffer.concat(chunks);
      const head = answer.indexOf("\r\n\r\n");
      resolve([Number(answer.toString("latin1", 9, 12)), answer.subarray(head + 4)]);
    };
    socket.on("data", onData).on("error", reject);
    socket.write(request);
  });
}

/** How many bytes of the answer are still to come; undefined while its head is not here. */
function left(answer: Buffer): number | undefined {
  const head = answer.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const length = /content-length: (\d+)/i.exec(answer.toString("latin1", 0, head))?.[1];
  return head + 4 + Number(length ?? 0) - answer.length;
}
