import { SharePointError } from "../errors.ts";
import { dispatch } from "../http/dispatch.ts";
import { isObject, parseJson, type Json, type JsonObject } from "../json.ts";
import { parseQuery } from "../odata/query.ts";
import type { Session } from "../session.ts";

interface Shape {
  readonly select: readonly string[];
  readonly expand: readonly string[];
}

const noShape: Shape = { select: [], expand: [] };

/** Asks REST within this process, in its verbose form; answers what stands in `d`. Throws what REST refuses. */
export function ask(
  session: Session,
  method: string,
  path: string,
  body?: JsonObject,
  { select, expand }: Shape = noShape,
): JsonObject | undefined {
  const query = [
    select.length === 0 ? "" : `$select=*,${select.map(encodeURIComponent).join(",")}`,
    expand.length === 0 ? "" : `$expand=${expand.map(encodeURIComponent).join(",")}`,
  ].join("&");
  const { status, body: answer } = dispatch(session, {
    method,
    path,
    query: parseQuery(query),
    accept: "application/json;odata=verbose",
    contentType: "application/json",
    ifMatch: "*",
    body: new TextEncoder().encode(body === undefined ? "" : JSON.stringify(body)),
  });
  const content = typeof answer === "string" && answer !== "" ? parseJson(answer) : {};
  if (!isObject(content)) return undefined;
  if (status >= 400) throw refusal(status, content["error"]);
  return isObject(content["d"]) ? content["d"] : undefined;
}

function refusal(status: number, error: Json | undefined): SharePointError {
  const { code, message } = isObject(error) ? error : {};
  const words = isObject(message) ? message["value"] : undefined;
  return new SharePointError(status, textOf(code), textOf(words));
}

const textOf = (given: Json | undefined) => (typeof given === "string" ? given : "");
