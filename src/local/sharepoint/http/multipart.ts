import { queryInvalid } from "../errors.ts";

/** One call inside a batch, as it was written there. */
export interface Part {
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Reads the parts of a batch in order, those of changesets among them. Line ends may be LF or CRLF. */
export function parseBatch(body: string, contentType: string): Part[] {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) throw queryInvalid("A batch needs a boundary in its Content-Type.");
  return sections(body.replaceAll("\r\n", "\n"), boundary).flatMap(readSection);
}

function readSection(section: string): Part[] {
  const [headers, content] = readHeaders(section);
  const type = headers.get("content-type") ?? "";
  const boundary = boundaryOf(type);
  if (boundary !== undefined) return sections(content, boundary).flatMap(readSection);
  if (!/^application\/http/i.test(type))
    throw queryInvalid("A part of a batch is application/http or a changeset.");
  return [readCall(content)];
}

function readCall(content: string): Part {
  const text = content.replace(/^\n+/, "");
  const end = text.indexOf("\n");
  const line = end < 0 ? text : text.slice(0, end);
  const match = /^([A-Z]+) (\S+) HTTP\/\d(?:\.\d)?\s*$/.exec(line);
  if (!match) throw queryInvalid(`A part of a batch begins with a request line, not "${line}".`);
  const [headers, body] = readHeaders(end < 0 ? "" : text.slice(end + 1));
  return { method: match[1] ?? "", url: match[2] ?? "", headers, body: body.replace(/\n+$/, "") };
}

function readHeaders(text: string): [Map<string, string>, string] {
  const headers = new Map<string, string>();
  let at = text.startsWith("\n") && !/^\n[\w-]+:/.test(text) ? 0 : text.search(/\S|$/);
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    const line = end < 0 ? text.slice(at) : text.slice(at, end);
    at = end < 0 ? text.length : end + 1;
    if (line.trim() === "") break;
    const colon = line.indexOf(":");
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return [headers, text.slice(at)];
}

function sections(body: string, boundary: string): string[] {
  const found: string[] = [];
  let current: string[] | undefined;
  // Some clients write a boundary right behind a body; where it stands it ends the part all the same.
  for (const line of body.replaceAll(`--${boundary}`, `\n--${boundary}`).split("\n")) {
    const mark = line.trimEnd();
    if (mark === `--${boundary}` || mark === `--${boundary}--`) {
      if (current) found.push(current.join("\n"));
      current = mark.endsWith("--") && mark !== `--${boundary}` ? undefined : [];
    } else current?.push(line);
  }
  return found;
}

function boundaryOf(contentType: string): string | undefined {
  return /boundary="?([^";\s]+)"?/i.exec(contentType)?.[1];
}
