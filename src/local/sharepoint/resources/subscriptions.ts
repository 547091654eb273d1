import { randomUUID } from "node:crypto";
import { z } from "zod";
import { hookEntity } from "../entities/hook-entity.ts";
import { argumentInvalid, SharePointError } from "../errors.ts";
import { HandshakeWanted, mayBeCalled } from "../hooks/handshake.ts";
import { deleteHook, hooksOf, insertHook, updateHook, type Hook } from "../hooks/hook.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import type { Answer } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { lastChange } from "../store/changes.ts";
import type { List } from "../store/list.ts";
import { entityResource, type Resource } from "./resource.ts";

/** The days that a subscription lives at most, and the length of what a client may have said back to it. */
const mostDays = 180;
const mostState = 128;
/** A list has so many subscriptions at most; SharePoint has no such limit, but this is one machine. */
const mostHooks = 100;

const newHook = z.object({
  notificationUrl: z.string().max(2048),
  expirationDateTime: z.string(),
  resource: z.string().optional(),
  clientState: z.string().max(mostState).nullish(),
});
const hookChange = z.object({
  notificationUrl: z.string().max(2048).optional(),
  expirationDateTime: z.string().optional(),
  clientState: z.string().max(mostState).nullish(),
});

/** The webhooks of a list. Whoever manages the list adds, sees and removes them. */
export function subscriptionsResource(session: Session, list: List, segment: Segment): Resource {
  session.access.require(list.scope, right.manageLists);
  if (hasArguments(segment)) return hookResource(session, list, segment);
  return {
    get: () => ({
      kind: "collection",
      set: "Collection(Microsoft.SharePoint.Webhooks.Subscription)",
      entities: current(session, list).map((hook) => hookEntity(list, hook)),
    }),
    post: (request) => add(session, list, request),
    steps: {
      getbyid: (step) => hookResource(session, list, step),
      remove: (step) => {
        const { delete: remove } = hookResource(session, list, step);
        return remove ? { post: remove } : {};
      },
    },
  };
}

function hookResource(session: Session, list: List, segment: Segment): Resource {
  const id = textArgument(segment)
    .replace(/^\{|\}$/g, "")
    .toLowerCase();
  const hook = current(session, list).find((candidate) => candidate.id === id);
  if (!hook) throw missing();
  return entityResource(() => hookEntity(list, hook), {
    merge: (request) => change(session, hook, request),
    delete: () => {
      deleteHook(session.database, hook.id);
      return { kind: "nothing", status: 204 };
    },
  });
}

function add(session: Session, list: List, request: ApiRequest): Answer {
  const body = parseBody(newHook, request);
  if (current(session, list).length >= mostHooks)
    throw argumentInvalid(`A list has at most ${mostHooks} subscriptions here.`);
  const expires = expiry(session, body.expirationDateTime);
  const hook: Hook = {
    id: randomUUID(),
    list: list.number,
    url: proven(body.notificationUrl, request),
    state: body.clientState ?? null,
    expires,
    told: lastChange(session.database)?.number ?? 0,
  };
  insertHook(session.database, hook);
  return { kind: "entity", entity: hookEntity(list, hook), status: 201 };
}

function change(session: Session, hook: Hook, request: ApiRequest): Answer {
  const body = parseBody(hookChange, request);
  const expires =
    body.expirationDateTime === undefined
      ? {}
      : { expires: expiry(session, body.expirationDateTime) };
  updateHook(session.database, {
    ...hook,
    ...expires,
    ...(body.clientState === undefined ? {} : { state: body.clientState }),
    ...(body.notificationUrl === undefined ? {} : { url: proven(body.notificationUrl, request) }),
  });
  return { kind: "nothing", status: 204 };
}

/** The address, once it has given its token back. Throws 400 where it may not be called, or has not done so. */
function proven(url: string, { handshake }: ApiRequest): string {
  if (!mayBeCalled(url))
    throw argumentInvalid(
      "The notificationUrl must be an https address; http is taken for this machine alone.",
    );
  if (handshake?.url !== url) throw new HandshakeWanted(url);
  if (handshake.echoed) return url;
  throw new SharePointError(
    400,
    "-1, System.InvalidOperationException",
    `Failed to validate the notification URL '${url}'.`,
  );
}

/** Reads when a subscription is to end. Throws 400 for the past, and for more than 180 days ahead. */
function expiry({ instant }: Session, text: string): string {
  const wanted = new Date(text);
  const now = new Date(instant).getTime();
  const days = (wanted.getTime() - now) / 86_400_000;
  if (!(days > 0 && days <= mostDays))
    throw argumentInvalid(
      `The expirationDateTime must be a date of the future, at most ${mostDays} days ahead.`,
    );
  return wanted.toISOString().replace("Z", "0000Z");
}

function current({ database, instant }: Session, list: List): Hook[] {
  return hooksOf(database, list.number).filter(({ expires }) => expires > instant);
}

function missing(): SharePointError {
  return new SharePointError(
    404,
    "-1, System.ArgumentException",
    "The specified subscription does not exist.",
  );
}
