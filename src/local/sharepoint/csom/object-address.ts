import { argumentInvalid, notImplemented } from "../errors.ts";
import type { Session } from "../session.ts";
import type { CsomRequest, ObjectPath, Parameter } from "./read-request.ts";

/** Begins every identity of a site's objects. */
const realm = "740c6a0b-85e2-48a0-a494-e0f1759d4aa7";

/** A path that leads further back than this leads in a circle. */
const deepest = 40;

/** The address below `_api/` of the object that a path leads to. Throws 501 for objects that have none. */
export function addressOf(
  session: Session,
  { paths }: Pick<CsomRequest, "paths">,
  id: string,
  depth = 0,
): string {
  const path = depth < deepest ? paths.get(id) : undefined;
  if (!path) throw argumentInvalid(`The object path ${id} is missing.`);
  if (path.kind === "Identity") return addressOfIdentity(session, path.name);
  if (path.kind === "StaticProperty" && path.name === "Current") return "";
  if (path.kind !== "Property" && path.kind !== "Method")
    throw notImplemented("CSOM", `${path.kind} ${path.name}`);
  const parent = addressOf(session, { paths }, path.parent, depth + 1);
  return [parent, stepOf(path)].filter((step) => step !== "").join("/");
}

function stepOf({ kind, name, parameters }: ObjectPath): string {
  return kind === "Method" ? `${name}(${parameters.map(literal).join(",")})` : name;
}

function literal(parameter: Parameter): string {
  if (parameter.kind !== "plain") throw notImplemented("CSOM", "an object as a parameter");
  const { value } = parameter;
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

const steps: Readonly<Record<string, (id: string) => string>> = {
  list: (id) => `Lists(guid'${id}')`,
  item: (id) => `Items(${id.split(",")[0] ?? ""})`,
  field: (id) => `Fields(guid'${id}')`,
  view: (id) => `Views(guid'${id}')`,
  contenttype: (id) => `ContentTypes('${id}')`,
  fl: (id) => `FieldLinks(guid'${id}')`,
};

/** `…|740c…:site:ID:web:ID:list:ID:item:7,1` names an object by the ids on the way to it. */
function addressOfIdentity({ site }: Session, identity: string): string {
  const parts = identity.slice(identity.indexOf("|") + 1).split(":");
  if (parts[0] !== realm) throw notImplemented("CSOM", `the identity ${identity}`);
  const address: string[] = ["Site"];
  for (let at = 1; at + 1 < parts.length; at += 2) {
    const [kind = "", given = ""] = parts.slice(at, at + 2);
    const id = given.replaceAll(/[{}]/g, "");
    if (kind === "site") continue;
    const step = steps[kind];
    if (kind === "web")
      address.splice(0, 1, ...(id === site.webId ? ["Web"] : ["Site", `OpenWebById('${id}')`]));
    else if (step) address.push(step(id));
    else throw notImplemented("CSOM", `the identity ${identity}`);
  }
  return address.join("/");
}

const kinds: Readonly<Record<string, string>> = {
  Lists: "list",
  Items: "item",
  Fields: "field",
  Views: "view",
  ContentTypes: "contenttype",
  FieldLinks: "fl",
};

/** The identity of the object at an address that answers told; undefined for what has none here. */
export function identityOf({ site }: Session, address: string): string | undefined {
  const web = `${realm}:site:${site.siteId}:web:${site.webId}`;
  if (/^site$/i.test(address)) return `${site.siteId}|${realm}:site:${site.siteId}`;
  const parts = address.split("/");
  if (parts[0]?.toLowerCase() !== "web") return undefined;
  const inner = parts.slice(1).map((part) => {
    const [, name = "", id = ""] = /^(\w+)\((?:guid)?'?([^')]*)'?\)$/.exec(part) ?? [];
    const kind = kinds[name];
    return kind === undefined ? undefined : `${kind}:${kind === "item" ? `${id},1` : id}`;
  });
  if (inner.includes(undefined)) return undefined;
  return `${site.webId}|${[web, ...inner].join(":")}`;
}
