import { randomUUID } from "node:crypto";
import { argumentInvalid, notImplemented, SharePointError } from "../errors.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Written } from "../odata/write-answer.ts";
import type { Session } from "../session.ts";
import { ask } from "./ask-rest.ts";
import { addressIn, clientObject } from "./client-object.ts";
import { changeItem, itemAddress } from "./change-item.ts";
import { addressOf, identityOf } from "./object-address.ts";
import { readCsom, type Action, type CsomRequest, type Parameter } from "./read-request.ts";

/** What was set on objects and not yet saved, by their addresses. */
type Pending = Map<string, Map<string, Parameter>>;

interface Run {
  readonly session: Session;
  readonly request: CsomRequest;
  readonly pending: Pending;
  /** What a path that adds something has led to, by the path's id. */
  readonly added: Map<string, JsonObject>;
  /** The paths that are being added, none of which can wait for itself. */
  readonly adding: Set<string>;
}

/**
 * `client.svc/ProcessQuery`: the client object model for webs, lists, columns, content types and items, as far as an
 * address of REST stands behind each step. Throws 501 for everything else. Each action is saved alone; the first
 * that fails ends the request, and is told in its head.
 */
export function answerCsom(session: Session, body: string): Written {
  const run = {
    session,
    request: readCsom(body),
    pending: new Map(),
    added: new Map(),
    adding: new Set<string>(),
  };
  const told: Json[] = [];
  try {
    for (const action of run.request.actions) {
      const result = perform(run, action);
      if (result !== undefined) told.push(Number(action.id), result);
    }
    return written([head(null), ...told]);
  } catch (error) {
    if (!(error instanceof SharePointError) || error.status === 501) throw error;
    return written([head(error), ...told]);
  }
}

function written(body: readonly Json[]): Written {
  return {
    status: 200,
    headers: { "Content-Type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
  };
}

function head(error: SharePointError | null): JsonObject {
  const trace = randomUUID();
  const [code = "-1", type = ""] = error?.code.split(", ") ?? [];
  return {
    SchemaVersion: "15.0.0.0",
    LibraryVersion: "16.0.26000.12000",
    ErrorInfo: error
      ? {
          ErrorMessage: error.message,
          ErrorValue: null,
          TraceCorrelationId: trace,
          ErrorCode: Number(code),
          ErrorTypeName: type,
        }
      : null,
    TraceCorrelationId: trace,
  };
}

/** What an action answers; undefined where it answers nothing. */
function perform(run: Run, action: Action): Json | undefined {
  const { session, request } = run;
  switch (action.kind) {
    case "ObjectPath":
      if (request.paths.get(action.path)?.kind !== "StaticProperty") objectAt(run, action.path);
      return { IsNull: false };
    case "ObjectIdentityQuery":
      return { _ObjectIdentity_: identified(run, action.path) };
    case "Query":
      return clientObject(session, objectAt(run, action.path), action.selected);
    case "SetProperty":
      set(run, addressOf(session, request, action.path), action.name, action.parameters[0]);
      return undefined;
    case "Method":
      return call(run, action);
    default:
      throw notImplemented("CSOM", action.kind);
  }
}

function identified(run: Run, path: string): string {
  const content = objectAt(run, path);
  const about = isObject(content["__metadata"]) ? content["__metadata"] : {};
  const identity = identityOf(run.session, addressIn(about));
  if (identity === undefined) throw notImplemented("CSOM", "the identity of such an object");
  return identity;
}

/** The object that a path leads to, in REST's verbose form; a path that adds something adds it once. */
function objectAt(run: Run, id: string): JsonObject {
  const known = run.added.get(id);
  if (known) return known;
  const path = run.request.paths.get(id);
  if (path?.kind === "Method" && path.name === "Add") {
    if (run.adding.has(id)) throw argumentInvalid(`The object path ${id} leads to itself.`);
    run.adding.add(id);
    const made = add(run, path.parent, path.parameters[0]);
    run.added.set(id, made);
    return made;
  }
  const address = addressOf(run.session, run.request, id);
  return ask(run.session, "GET", address, undefined, shapeOf(run.request, id)) ?? {};
}

/** What queries name, so that what is only told on request is told, and what lies behind links is opened. */
function shapeOf({ actions }: CsomRequest, id: string) {
  const queries = actions.filter(({ path, kind }) => path === id && kind === "Query");
  return {
    select: queries.flatMap(({ selected }) => selected),
    expand: queries.flatMap(({ opened }) => opened),
  };
}

function add(run: Run, parent: string, given: Parameter | undefined): JsonObject {
  if (given?.kind !== "object") throw argumentInvalid("What is to be added is not said.");
  const address = addressOf(run.session, run.request, parent);
  if (!/(?:ContentTypes|FieldLinks)$/i.test(address))
    throw notImplemented("CSOM", `${address}/Add`);
  const body = [...given.properties].flatMap(([name, value]) => propertyOf(run, name, value));
  return ask(run.session, "POST", address, Object.fromEntries(body)) ?? {};
}

/** A property as REST takes it; a column is meant by its id. */
function propertyOf(run: Run, name: string, value: Parameter): [string, Json][] {
  if (value.kind === "path") return [["Id", objectAt(run, value.id)["Id"] ?? null]];
  return value.kind === "plain" && value.value !== null ? [[name, value.value]] : [];
}

function set(run: Run, address: string, name: string, value: Parameter | undefined): void {
  if (!value) throw argumentInvalid(`No value is given for ${name}.`);
  const values = run.pending.get(address) ?? new Map<string, Parameter>();
  run.pending.set(address, values.set(name, value));
}

const saving = new Set([
  "Update",
  "UpdateAndPushChanges",
  "SystemUpdate",
  "UpdateOverwriteVersion",
]);

function call(run: Run, { name, path, parameters }: Action): Json | undefined {
  const address = addressOf(run.session, run.request, path);
  if (saving.has(name)) return save(run, address, name);
  if (/^(?:ParseAnd)?SetFieldValue$/.test(name) && itemAddress(address)) {
    const [field, value] = parameters;
    set(run, address, field?.kind === "plain" ? String(field.value) : "", value);
    return undefined;
  }
  if (name === "DeleteObject") {
    ask(run.session, "DELETE", address);
    return undefined;
  }
  if (name !== "Recycle") throw notImplemented("CSOM", `${address}/${name}`);
  const id = ask(run.session, "POST", `${address}/recycle`)?.["Recycle"];
  return typeof id === "string" ? `/Guid(${id})/` : null;
}

/** Saves what was set on an object, and on what belongs to it. */
function save({ session, pending }: Run, address: string, name: string): undefined {
  for (const [at, values] of pending) {
    if (at !== address && !at.startsWith(`${address}/`)) continue;
    pending.delete(at);
    const item = itemAddress(at);
    const system = name === "SystemUpdate" || name === "UpdateOverwriteVersion";
    if (item) session.database.transaction(() => changeItem(session, item, values, system));
    else ask(session, "MERGE", at, plainBody(values));
  }
}

function plainBody(values: ReadonlyMap<string, Parameter>): JsonObject {
  return Object.fromEntries(
    [...values].map(([name, value]) => {
      if (value.kind !== "plain") throw notImplemented("CSOM", `an object as ${name}`);
      return [name, value.value];
    }),
  );
}
