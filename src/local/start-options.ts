import { accessSync, constants, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

export interface StartOptions {
  /** The Teams page's port; SharePoint and the app take the two after it. 0 takes three that are free. */
  readonly port: number;
  readonly dataFolder: string;
  /** A document to import in place of the sample plan. */
  readonly planFile?: string | undefined;
  /** The lists and nothing in them, to make the first plan in the tab. */
  readonly empty?: boolean | undefined;
  /** Where a bot client of another maker answers as the connector. */
  readonly clientServiceUrl?: string | undefined;
}

export const usage = `npm start -- [--port N] [--data DIR] [--plan FILE | --empty] [--client URL]

  --port N     the port of the Teams page, 4280 if left out; the two after it are used too
  --data DIR   where everything is kept, .data if left out
  --plan FILE  a composite plan in Word to start with, in place of the sample plan
  --empty      the lists and no plan in them
  --client URL the bot talks to another client than the Teams page, whose connector answers at URL: docs/another-client.md
`;

/** What the command line asks for. Throws an Error of one sentence where it can't be had. */
export function readStartOptions(words: readonly string[]): StartOptions | "help" {
  const { values } = parsed(words);
  if (values.help) return "help";
  const port = Number(values.port ?? 4280);
  if (!Number.isInteger(port) || port < 0 || port > 65_533) {
    throw new Error(`--port ${values.port} is not a port: give a whole number up to 65533.`);
  }
  const dataFolder = writableFolder(resolve(values.data ?? ".data"));
  return {
    port,
    dataFolder,
    empty: values.empty,
    planFile: values.plan === undefined ? undefined : readable(values.plan),
    clientServiceUrl: values.client === undefined ? undefined : onThisMachine(values.client),
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        port: { type: "string" },
        data: { type: "string" },
        plan: { type: "string" },
        empty: { type: "boolean" },
        client: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${reason}\n${usage}`, { cause });
  }
}

function writableFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch (cause) {
    throw new Error(`The folder ${folder} can't be written: choose another with --data.`, {
      cause,
    });
  }
}

/** What is sent there carries the plan's cards, and a token of this machine. */
function onThisMachine(address: string): string {
  const url = URL.parse(address);
  if (url?.protocol === "http:" && ["127.0.0.1", "localhost"].includes(url.hostname))
    return address;
  throw new Error(
    `--client ${address} is not an address of this machine, such as http://localhost:56150/_connector.`,
  );
}

function readable(file: string): string {
  try {
    accessSync(file, constants.R_OK);
    return resolve(file);
  } catch (cause) {
    throw new Error(`${file} can't be read: is the name after --plan right?`, { cause });
  }
}
