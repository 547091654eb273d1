import { existsSync, readFileSync } from "node:fs";

/** What a tenant answered once; kept beside the project, not in it. */
const file = new URL(
  "../../../../../shared/sharepoint-recordings/responses.jsonl",
  import.meta.url,
);

export const recordingsAreHere = existsSync(file);

export interface Recording {
  /** What the client that recorded it was doing. */
  readonly test: string;
  readonly status: number;
  readonly body: unknown;
}

/** Every recorded answer in JSON, those inside batches among them. */
export function readRecordings(): Recording[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => readLine(JSON.parse(line)));
}

function readLine({ test, status, body }: Record<string, unknown>): Recording[] {
  if (typeof test !== "string" || typeof status !== "number" || typeof body !== "string") return [];
  if (!body.startsWith("--batchresponse_")) return tryParse(test, status, body);
  let inner = 0;
  return body.split(/\r?\n/).flatMap((line) => {
    inner = Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1] ?? inner);
    return line.startsWith("{") ? tryParse(test, inner, line) : [];
  });
}

function tryParse(test: string, status: number, text: string): Recording[] {
  try {
    return [{ test, status, body: JSON.parse(text) }];
  } catch {
    return [];
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where two answers are not of one shape: keys that one lacks, values of another kind. Null may stand for any kind. */
export function differences(recorded: unknown, ours: unknown, at = ""): string[] {
  if (recorded === null || ours === null) return [];
  if (Array.isArray(recorded) && Array.isArray(ours)) return listDifferences(recorded, ours, at);
  if (!isFields(recorded) || !isFields(ours))
    return kindOf(recorded) === kindOf(ours)
      ? []
      : [`${at} is ${kindOf(ours)}, not ${kindOf(recorded)}`];
  const names = new Set([...Object.keys(recorded), ...Object.keys(ours)]);
  return [...names].flatMap((name) => {
    if (!Object.hasOwn(ours, name)) return [`${at}.${name} is missing`];
    if (!Object.hasOwn(recorded, name)) return [`${at}.${name} is too much`];
    return differences(recorded[name], ours[name], `${at}.${name}`);
  });
}

function listDifferences(recorded: readonly unknown[], ours: readonly unknown[], at: string) {
  const [first] = ours;
  if (first === undefined) return recorded.length === 0 ? [] : [`${at} is empty`];
  const found = recorded.flatMap((element) => differences(element, first, `${at}[]`));
  return [...new Set(found)];
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "list" : typeof value;
}
