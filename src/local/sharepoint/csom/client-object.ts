import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Session } from "../session.ts";
import { identityOf } from "./object-address.ts";

/** An object as the client object model answers it, from what REST answers in its verbose form. */
export function clientObject(session: Session, content: JsonObject, selected: readonly string[]) {
  const about = isObject(content["__metadata"]) ? content["__metadata"] : {};
  const type = typeof about["type"] === "string" ? about["type"] : "";
  const identity = identityOf(session, addressIn(about));
  const properties = Object.entries(content).filter(
    ([name, value]) =>
      name !== "__metadata" &&
      !(isObject(value) && "__deferred" in value) &&
      (selected.length === 0 || selected.includes(name)),
  );
  return {
    _ObjectType_: type,
    ...(identity === undefined ? {} : { _ObjectIdentity_: identity, _ObjectVersion_: "0" }),
    ...Object.fromEntries(properties.map(([name, value]) => [name, clientValue(name, value)])),
  };
}

/** The address below `_api/` that metadata names. */
export function addressIn(about: JsonObject): string {
  const uri = typeof about["uri"] === "string" ? about["uri"] : "";
  return decodeURI(uri.slice(uri.indexOf("/_api/") + "/_api/".length));
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const instant = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z?$/;

/** Ids and dates are written as the client object model's own; nothing else has a form of its own. */
function clientValue(name: string, value: Json): Json {
  if (typeof value === "string") return clientText(name, value);
  if (!isObject(value)) return value;
  const { results, __metadata: about, ...rest } = value;
  if (results !== undefined) return results;
  const type = isObject(about) ? about["type"] : undefined;
  const inner = type === "SP.PropertyValues" ? unescaped(rest) : rest;
  return { ...(typeof type === "string" ? { _ObjectType_: type } : {}), ...inner };
}

/** Names of a property bag are written in REST as XML would have them, and here as they are. */
function unescaped(bag: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(bag).map(([name, value]) => [plainName(name), value]));
}

function plainName(name: string): string {
  return name
    .replace(/^OData_/, "")
    .replaceAll(/_x([0-9a-f]{4})_/gi, (_all, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
}

function clientText(name: string, value: string): string {
  if (/id$/i.test(name) && guid.test(value)) return `/Guid(${value})/`;
  const [, ...parts] = instant.exec(value) ?? [];
  if (parts.length === 0) return value;
  const [year, month = 1, ...rest] = parts.map(Number);
  return `/Date(${[year, month - 1, ...rest, 0].join(",")})/`;
}
