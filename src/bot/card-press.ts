import { z } from "zod";

/** Somebody pressed a button of a card, or Teams refreshed one for them. */
export interface CardPress {
  /** Teams' id of the person; signed by the connector with all the rest of the activity. */
  readonly teamsId: string;
  /** Entra's id of the person. */
  readonly objectId: string;
  readonly conversation: string;
  /** A chat of this person with the app, which nobody else reads. */
  readonly personal: boolean;
  readonly verb: string;
  /** Whatever the card sent: untrusted, each verb looks at it for itself. */
  readonly data: unknown;
  /** Teams asked by itself; nobody pressed anything. */
  readonly automatic: boolean;
  /** What Teams hands over when single sign-on answers a request to sign in. */
  readonly signOn?: { readonly connectionName: string; readonly token: string } | undefined;
  /** The code of somebody who signed in by hand. */
  readonly code?: string | undefined;
}

const activity = z.object({
  from: z.object({ id: z.string().min(1), aadObjectId: z.string().min(1) }),
  conversation: z.object({ id: z.string().min(1), conversationType: z.string().optional() }),
  value: z.object({
    action: z.object({ verb: z.string().max(60), data: z.unknown() }),
    trigger: z.string().nullish(),
    authentication: z.object({ connectionName: z.string(), token: z.string() }).nullish(),
    state: z.string().nullish(),
  }),
});

const saveKey = z.looseObject({ saveKey: z.unknown() });

/**
 * The card's key as handlers know it. Cards send it as `saveKey`, because Teams' own renderer takes `key` in an action's
 * data for a property of its own. Cards of an earlier version say `key`.
 */
export function withKey(data: unknown): unknown {
  const { data: sent } = saveKey.safeParse(data);
  return sent?.saveKey === undefined ? data : { ...sent, key: sent.saveKey };
}

/** Undefined where it is no press that can be answered, or nobody of the tenant's directory. */
export function readPress(received: unknown): CardPress | undefined {
  const parsed = activity.safeParse(received);
  if (!parsed.success) return undefined;
  const { from, conversation, value } = parsed.data;
  return {
    teamsId: from.id,
    objectId: from.aadObjectId,
    conversation: conversation.id,
    personal: conversation.conversationType === "personal",
    verb: value.action.verb,
    data: withKey(value.action.data),
    automatic: value.trigger === "automatic",
    signOn: value.authentication ?? undefined,
    code: value.state ?? undefined,
  };
}
