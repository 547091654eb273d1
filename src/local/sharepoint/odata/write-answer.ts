import type { SharePointError } from "../errors.ts";
import type { Json } from "../json.ts";
import { Complex, type Answer } from "./entity.ts";
import { filterEntities } from "./filter-entities.ts";
import type { Query } from "./query.ts";
import { remembered } from "./remembered.ts";
import { writeEntity, writeValue, type Metadata } from "./write-entity.ts";

export interface Written {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface Form {
  readonly metadata: Metadata;
  /** The absolute address of `_api`. */
  readonly api: string;
  readonly query: Query;
  /** What was asked, decoded, below `_api/`. */
  readonly path: string;
}

/** How much metadata an Accept header asks for; SharePoint Online's default for JSON is minimal. */
export function metadataWanted(accept: string | undefined): Metadata {
  return accept === undefined ? "minimal" : readAccept(accept);
}

const readAccept = remembered((accept): Metadata => {
  const level = /odata\s*=\s*"?(verbose|nometadata|minimalmetadata)/i.exec(accept)?.[1];
  if (level?.toLowerCase() === "verbose") return "verbose";
  return level?.toLowerCase() === "nometadata" ? "none" : "minimal";
});

const contentTypes: Readonly<Record<Metadata, string>> = {
  minimal: "application/json;odata=minimalmetadata;streaming=true;charset=utf-8",
  none: "application/json;odata=nometadata;streaming=true;charset=utf-8",
  verbose: "application/json;odata=verbose;charset=utf-8",
};

export function writeAnswer(answer: Answer, form: Form): Written {
  if (answer.kind === "nothing") {
    return { status: answer.status, headers: etagHeader(answer.etag), body: "" };
  }
  if (answer.kind === "bytes") return writeBytes(answer);
  if (answer.kind === "entity") {
    const { entity, status = 200 } = answer;
    const headers = {
      ...etagHeader(entity.etag),
      ...(status === 201 ? { Location: `${entity.api ?? form.api}/${entity.path}` } : {}),
    };
    return json(status, form.metadata, entityBody(entity, form), headers);
  }
  if (answer.kind === "collection") return json(200, form.metadata, collectionBody(answer, form));
  if (answer.kind === "value") return json(200, form.metadata, valueBody(answer, form));
  return json(200, form.metadata, nullBody(answer.name, form));
}

function writeBytes(answer: Extract<Answer, { kind: "bytes" }>): Written {
  const { content, contentType, range } = answer;
  return {
    status: range === undefined ? 200 : 206,
    headers: {
      "Content-Type": contentType,
      ...(range === undefined ? {} : { "Content-Range": range }),
    },
    body: content,
  };
}

/** The error envelope in the form that the client asked for. */
export function writeError(error: SharePointError, metadata: Metadata): Written {
  const content = { code: error.code, message: { lang: "en-US", value: error.message } };
  const body = metadata === "verbose" ? { error: content } : { "odata.error": content };
  return json(error.status, metadata, body);
}

function etagHeader(etag: string | undefined): Written["headers"] {
  return etag === undefined ? {} : { ETag: etag };
}

function json(
  status: number,
  metadata: Metadata,
  body: Json,
  headers: Written["headers"] = {},
): Written {
  return {
    status,
    headers: { "Content-Type": contentTypes[metadata], ...headers },
    body: JSON.stringify(body),
  };
}

function entityBody(entity: Extract<Answer, { kind: "entity" }>["entity"], form: Form): Json {
  const body = writeEntity(entity, form.query.shape, form.metadata, form.api);
  if (form.metadata === "verbose") return { d: body };
  if (form.metadata === "none") return body;
  return { "odata.metadata": context(form, `${setOf(entity.type)}/@Element`), ...body };
}

function collectionBody(answer: Extract<Answer, { kind: "collection" }>, form: Form): Json {
  const entities = answer.paged ? answer.entities : filterEntities(answer.entities, form.query);
  const results = entities.map((entity) =>
    writeEntity(entity, form.query.shape, form.metadata, form.api),
  );
  const next = answer.next === undefined ? undefined : `${addressOf(form)}?${answer.next}`;
  if (form.metadata === "verbose")
    return { d: { results, ...(next === undefined ? {} : { __next: next }) } };
  const more = next === undefined ? {} : { "odata.nextLink": next };
  if (form.metadata === "none") return { ...more, value: results };
  return { "odata.metadata": context(form, answer.set), ...more, value: results };
}

/** The absolute address that was asked, without its query. */
function addressOf({ api, path }: Form): string {
  return `${api}/${encodeURI(path).replaceAll("#", "%23").replaceAll("?", "%3F")}`;
}

/** What an answer says of itself: of which set it is, and what of it was asked for. */
function context({ api, query }: Form, set: string): string {
  const select = query.parameters.get("$select");
  return `${api}/$metadata#${set}${select ? `&$select=${select}` : ""}`;
}

function valueBody(answer: Extract<Answer, { kind: "value" }>, form: Form): Json {
  const content = writeValue(answer.value, form.metadata);
  if (form.metadata === "verbose") return { d: { [answer.name]: content } };
  const about =
    form.metadata === "minimal" ? { "odata.metadata": `${form.api}/$metadata#${answer.type}` } : {};
  if (answer.value instanceof Complex && isRecord(content)) return { ...about, ...content };
  if (content === null) return { ...about, "odata.null": true };
  return { ...about, value: content };
}

function nullBody(name: string, form: Form): Json {
  if (form.metadata === "verbose") return { d: { [name]: null } };
  if (form.metadata === "none") return { "odata.null": true };
  return { "odata.metadata": `${form.api}/$metadata#Edm.Null`, "odata.null": true };
}

function isRecord(content: Json): content is Readonly<Record<string, Json>> {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}

function setOf(type: string): string {
  if (type.startsWith("SP.Data.")) return `SP.ListData.${type.slice("SP.Data.".length)}s`;
  const name = type.split(".").at(-1) ?? type;
  return `SP.ApiData.${/^Field(?!Link|String)/.test(name) ? "Field" : name}s`;
}
