// Preloaded into a process by `--import`: a connection to anywhere but this machine fails, and is noted in a file.
import { appendFileSync } from "node:fs";
import { Socket } from "node:net";
import { syncBuiltinESMExports } from "node:module";
import dns from "node:dns";

const file = process.env["NO_OUTSIDE_FILE"];
const here = new Set(["127.0.0.1", "localhost", "::1", "0.0.0.0", undefined]);

function note(what: string): Error {
  if (file) appendFileSync(file, `${process.argv[1]} ${what}\n`);
  return new Error(`This test allows no connection to ${what}.`);
}

const connect: unknown = Object.getOwnPropertyDescriptor(Socket.prototype, "connect")?.value;
if (typeof connect !== "function") throw new Error("Sockets connect in another way here.");
Object.defineProperty(Socket.prototype, "connect", {
  value(this: Socket, ...words: unknown[]): Socket {
    const host = hostOf(words);
    if (!here.has(host)) throw note(`host ${String(host)}`);
    Reflect.apply(connect, this, words);
    return this;
  },
});

const lookup = dns.lookup;
Object.assign(dns, {
  lookup(host: string, ...words: unknown[]): unknown {
    if (!here.has(host)) throw note(`name ${host}`);
    return Reflect.apply(lookup, dns, [host, ...words]);
  },
});
syncBuiltinESMExports();

/** `connect(options)`, `connect(port, host)`, `connect(path)`, or the array that net makes of these. */
function hostOf(words: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(words[0]) ? words[0] : words;
  if (typeof first === "object" && first && "host" in first)
    return typeof first.host === "string" ? first.host : undefined;
  return typeof first === "number" && typeof second === "string" ? second : undefined;
}
