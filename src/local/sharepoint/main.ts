#!/usr/bin/env node
import { parseArgs } from "node:util";
import { provisioning } from "../provisioned.ts";
import { startSharePoint, type Caller } from "./service.ts";

const usage =
  "Usage: npm run local:sharepoint -- --port N --data DIR [--token T=admin|reader|LOGIN …] [--empty]";

try {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4281" },
      data: { type: "string", default: ".data" },
      token: { type: "string", multiple: true, default: [] },
      empty: { type: "boolean", default: false },
    },
  });
  const tokens = new Map(values.token.map(readToken));
  const lists = provisioning(values.data);
  const service = await startSharePoint({
    port: readPort(values.port),
    dataFolder: values.data,
    authenticate: async (bearer) => tokens.get(bearer) ?? lists.callers(bearer),
    directory: [...tokens.values()].map(({ loginName, name, email }) => ({
      loginName,
      name,
      email: email ?? "",
    })),
  });
  if (!values.empty) await lists.run(service.origin, "/sites/plan");
  say(`Ready: ${service.origin}/sites/plan`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      void service.close();
    });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 1;
}

function readToken(text: string): [string, Caller] {
  const equals = text.indexOf("=");
  if (equals < 1) throw new Error(`--token ${text} names no person.`);
  const person = text.slice(equals + 1);
  return [text.slice(0, equals), callerCalled(person)];
}

function callerCalled(person: string): Caller {
  const upn = person.includes("@")
    ? (person.split("|").at(-1) ?? person)
    : `${person}@marlshire.example`;
  return {
    loginName: person.includes("|") ? person : `i:0#.f|membership|${upn}`,
    name: upn.split("@")[0] ?? upn,
    email: upn,
    siteAdmin: person === "admin",
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`--port ${text} is no port.`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
