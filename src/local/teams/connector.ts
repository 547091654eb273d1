import express, { Router, type Request } from "express";
import { z } from "zod";
import { people, personByTeamsId, tenant, type Person } from "../people.ts";
import type { Authority } from "../sign-in/authority.ts";
import { botOnly } from "./bot-only.ts";
import type { Content, Conversations } from "./conversations.ts";
import { notImplemented } from "./not-implemented.ts";
import { RequestRefused } from "./request-refused.ts";
import {
  channel,
  chatId,
  type ConversationAddress,
  conversationAddress,
  team,
  threadId,
} from "./team.ts";

const adaptiveCard = "application/vnd.microsoft.card.adaptive";

const sentActivity = z.object({
  type: z.string(),
  text: z.string().optional(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown() })).optional(),
});

type SentActivity = z.infer<typeof sentActivity>;

const newConversation = z.object({
  members: z.array(z.object({ id: z.string() })).optional(),
  channelData: z.object({ channel: z.object({ id: z.string() }).optional() }).optional(),
  activity: sentActivity.optional(),
});

export interface ConnectorParts {
  readonly authority: Authority;
  readonly botClientId: string;
  readonly conversations: Conversations;
  readonly serviceUrl: string;
}

/** Where the bot sends what it has to say: the Bot Connector's REST interface, mounted at `/connector`. */
export function connector(parts: ConnectorParts): Router {
  const router = Router();
  // Teams refuses messages above 100 KB.
  router.use(botOnly(parts.authority, parts.botClientId), express.json({ limit: "100kb" }));
  activityRoutes(router, parts.conversations);
  conversationRoutes(router, parts);
  memberRoutes(router);
  teamRoutes(router);
  router.use(notImplemented("connector"));
  return router;
}

function activityRoutes(router: Router, conversations: Conversations): void {
  const activities = "/v3/conversations/:conversation/activities";
  const post = (at: ConversationAddress, body: unknown) => {
    const activity = sentActivity.parse(body);
    // Typing is shown for a moment in Teams, and kept nowhere.
    if (activity.type === "typing") return { id: "" };
    return { id: conversations.postAsApp(at, contentOf(activity)).id };
  };
  router.post(activities, refuseTargeted, (request, response) => {
    response.status(201).json(post(addressed(request), request.body));
  });
  router.post(`${activities}/:activity`, refuseTargeted, (request, response) => {
    const at = addressed(request);
    const root = at.id === channel.id ? { root: at.root ?? request.params.activity } : {};
    response.status(201).json(post({ ...at, ...root }, request.body));
  });
  router.put(`${activities}/:activity`, refuseTargeted, (request, response) => {
    const content = contentOf(sentActivity.parse(request.body));
    const { id } = conversations.changeAsApp(addressed(request), request.params.activity, content);
    response.json({ id });
  });
  router.delete(`${activities}/:activity`, refuseTargeted, (request, response) => {
    conversations.deleteAsApp(addressed(request), request.params.activity);
    response.json({});
  });
}

/** Messages for one reader in a channel are a preview in Teams and not part of this machine. */
function refuseTargeted<Parameters>(
  request: Request<Parameters>,
  _response: unknown,
  next: () => void,
): void {
  if (request.query["isTargetedActivity"] === "true")
    throw new RequestRefused(
      501,
      "NotImplemented",
      "The local connector has no targeted messages.",
    );
  next();
}

function conversationRoutes(router: Router, { conversations, serviceUrl }: ConnectorParts): void {
  router.post("/v3/conversations", (request, response) => {
    const asked = newConversation.parse(request.body);
    const made = asked.channelData?.channel
      ? newThread(conversations, asked.channelData.channel.id, asked.activity)
      : newChat(conversations, onlyMember(asked.members), asked.activity);
    response.status(201).json({ ...made, serviceUrl });
  });
}

function newThread(conversations: Conversations, where: string, activity?: SentActivity) {
  if (!activity)
    throw new RequestRefused(400, "BadArgument", "A new thread needs its first message.");
  const at = { id: conversationAddress(where).id };
  const { id } = conversations.postAsApp(at, contentOf(activity));
  return { id: threadId(id), activityId: id };
}

function newChat(conversations: Conversations, person: Person, activity?: SentActivity) {
  const id = chatId(person);
  if (!activity) return { id };
  return { id, activityId: conversations.postAsApp({ id }, contentOf(activity)).id };
}

function memberRoutes(router: Router): void {
  const members = "/v3/conversations/:conversation/members";
  router.get(members, (request, response) => {
    response.json(membersOf(request).map(account));
  });
  router.get("/v3/conversations/:conversation/pagedMembers", (request, response) => {
    response.json({ members: membersOf(request).map(account) });
  });
  router.get(`${members}/:member`, (request, response) => {
    const asked = personByTeamsId(request.params.member);
    if (!asked || !membersOf(request).includes(asked))
      throw new RequestRefused(404, "MemberNotFoundInConversation", "There is no such member.");
    response.json(account(asked));
  });
}

function teamRoutes(router: Router): void {
  router.get("/v3/teams/:team", (request, response) => {
    checkTeam(request.params.team);
    response.json({ id: team.id, name: team.name, aadGroupId: team.groupId });
  });
  router.get("/v3/teams/:team/conversations", (request, response) => {
    checkTeam(request.params.team);
    response.json({ conversations: [{ id: channel.id, name: channel.name }] });
  });
}

function checkTeam(id: string): void {
  if (id !== team.id) throw new RequestRefused(404, "NotFound", "There is no such team.");
}

function addressed(request: Request<{ conversation: string }>) {
  return conversationAddress(request.params.conversation);
}

function membersOf(request: Request<{ conversation: string }>): readonly Person[] {
  const { id } = addressed(request);
  const members = id === channel.id ? people : people.filter((person) => chatId(person) === id);
  if (members.length > 0) return members;
  throw new RequestRefused(404, "ConversationNotFound", "There is no such conversation.");
}

function onlyMember(members: readonly { id: string }[] | undefined): Person {
  const [member, ...others] = members ?? [];
  const found = member && personByTeamsId(member.id);
  if (!found || others.length > 0)
    throw new RequestRefused(
      400,
      "BadArgument",
      "A new chat needs exactly one person of the team.",
    );
  return found;
}

function account(person: Person) {
  return {
    id: person.mri,
    name: person.name,
    objectId: person.objectId,
    aadObjectId: person.objectId,
    email: person.upn,
    userPrincipalName: person.upn,
    tenantId: tenant.id,
    userRole: "user",
  };
}

function contentOf({ type, text, attachments = [] }: SentActivity): Content {
  const unknown = attachments.find((attachment) => attachment.contentType !== adaptiveCard);
  if (type !== "message" || unknown) {
    const what = unknown ? `attachments of type ${unknown.contentType}` : `${type} activities`;
    throw new RequestRefused(501, "NotImplemented", `The local connector takes no ${what}.`);
  }
  const cards = z
    .array(z.object({ content: z.record(z.string(), z.unknown()) }))
    .parse(attachments);
  if (!text && cards.length === 0)
    throw new RequestRefused(400, "BadSyntax", "A message needs text or a card.");
  return { text: text ?? "", cards: cards.map((attachment) => attachment.content) };
}
