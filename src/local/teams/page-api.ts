import express, { Router, type Request, type Response } from "express";
import { z } from "zod";
import { people, personById, tenant, type Person } from "../people.ts";
import { messageActivity } from "./activities.ts";
import type { Announcements } from "./announcements.ts";
import { AppUnreachable } from "./bot-client.ts";
import { pressCard, type CardActionParts } from "./card-actions.ts";
import { maySee } from "./conversations.ts";
import { extensionRoutes } from "./extension-api.ts";
import { unfurl } from "./extension.ts";
import { cardAction, type Message } from "./message.ts";
import { nestedTokenFor } from "./nested-token.ts";
import { ownPageOnly } from "./own-page-only.ts";
import {
  type ChannelTab,
  nestedTokenAsked,
  newTab,
  type NewTab,
  type PageSettings,
  type PersonChoice,
} from "./page-settings.ts";
import { RequestRefused } from "./request-refused.ts";
import { groupsOf } from "./speaks-for.ts";
import { channel, chatId } from "./team.ts";
import type { Registrations } from "../sign-in/tokens.ts";

const place = z.object({ in: z.enum(["channel", "personal"]) });
const written = place.extend({
  root: z.string().optional(),
  text: z.string().trim().max(20_000),
  /** A card that a search of the app put into the message. */
  card: z.record(z.string(), z.unknown()).optional(),
});

export interface PageApiParts extends CardActionParts {
  readonly origin: string;
  readonly registrations: Registrations;
  readonly announcements: Announcements;
  /** Aborted when Teams is closed: nothing may be kept after that. */
  readonly stopping: AbortSignal;
  readonly settings: Omit<PageSettings, "person" | "people" | "tenantId">;
}

/** What the Teams page's own script asks for; who asks is part of the address. */
export function pageApi(parts: PageApiParts): Router {
  const { authority, registrations, conversations, announcements } = parts;
  const router = Router();
  const own = ownPageOnly(parts.origin);

  router.get("/api/people", own, async (_request, response) => {
    const choices = people.map(async (person): Promise<PersonChoice> => {
      const { id, name, mri, upn } = person;
      return { id, name, mri, upn, speaksFor: await groupsOf(authority, registrations, person) };
    });
    response.json(await Promise.all(choices));
  });

  const api = Router({ mergeParams: true });
  router.use("/as/:person/api", own, express.json({ limit: "100kb" }), api);
  api.get("/settings", (request, response) => {
    response.json(settingsFor(parts, personOf(request)));
  });
  api.get("/messages", (request, response) => {
    response.json(conversations.list(personOf(request), place.parse(request.query).in));
  });
  api.post("/messages", async (request, response) => {
    const posted = await postAs(parts, personOf(request), written.parse(request.body));
    response.status(201).json(posted);
  });
  extensionRoutes(api, parts, personCalled);
  api.post("/card-actions", async (request, response) => {
    response.json(await pressCard(parts, personOf(request), cardAction.parse(request.body)));
  });
  api.post("/tabs", (request, response) => {
    response.status(201).json(addTab(parts, newTab.parse(request.body)));
  });
  api.post("/tabs/:tab", (request, response) => {
    response.json(changeTab(parts, request.params.tab, newTab.parse(request.body)));
  });
  api.post("/token", async (request, response) => {
    const asked = nestedTokenAsked.parse(request.body);
    response.set("cache-control", "no-store");
    response.json(await nestedTokenFor(authority, registrations, personOf(request), asked));
  });
  api.get("/events", (request, response) => {
    stream(announcements, personOf(request), response);
  });
  api.use((request) => {
    throw new RequestRefused(404, "NotFound", `There is no ${request.path} here.`);
  });
  return router;
}

function personOf(request: Request<Record<string, string>>): Person {
  return personCalled(request.params);
}

function personCalled(parameters: Readonly<Record<string, string>>): Person {
  const person = personById(parameters["person"] ?? "");
  if (!person) throw new RequestRefused(404, "NotFound", "Nobody here goes by this address.");
  return person;
}

function settingsFor({ settings, store }: PageApiParts, person: Person): PageSettings {
  const { id, name, mri, upn, objectId } = person;
  return {
    ...settings,
    tabs: [...settings.tabs, ...store.tabs()],
    person: { id, name, mri, upn, objectId },
    people: people.map((each) => ({ id: each.id, name: each.name, mri: each.mri, upn: each.upn })),
    tenantId: tenant.id,
  };
}

function addTab({ settings, store, announcements }: PageApiParts, asked: NewTab): ChannelTab {
  refuseOtherOrigin(settings, asked);
  const tab = store.addTab(asked);
  announcements.announce({ kind: "tab", tab });
  return tab;
}

/** A name that an app suggests is for a new tab: one that is set up anew keeps the name that it has. */
function changeTab(
  { settings, store, announcements }: PageApiParts,
  id: string,
  asked: NewTab,
): ChannelTab {
  refuseOtherOrigin(settings, asked);
  const had = store.tabs().find((each) => each.id === id);
  if (!had) throw new RequestRefused(404, "NotFound", "The channel has no such tab.");
  const tab = { ...asked, id, name: had.name };
  store.changeTab(tab);
  announcements.announce({ kind: "tab", tab });
  return tab;
}

/** Teams takes addresses of the app's own domains only. */
function refuseOtherOrigin({ configurationUrl }: PageApiParts["settings"], { url }: NewTab): void {
  if (new URL(url).origin !== new URL(configurationUrl).origin)
    throw new RequestRefused(400, "BadRequest", "A tab opens an address of its own app only.");
}

/** In the channel an app hears only what mentions it; in its chat with a person it hears everything. */
async function postAs(parts: PageApiParts, person: Person, asked: z.infer<typeof written>) {
  const { in: kind, root, text, card } = asked;
  if (text === "" && !card)
    throw new RequestRefused(400, "BadRequest", "Write something before sending it.");
  const id = kind === "channel" ? channel.id : chatId(person);
  const at = kind === "channel" && root !== undefined ? { id, root } : { id };
  const cards = card ? [card] : await cardsOfLinks(parts, person, asked);
  const posted = parts.conversations.postAsPerson(person, at, { text, cards });
  const heard = kind === "personal" || text.includes(`@${parts.addressing.appName}`);
  if (heard && text !== "") void tellApp(parts, person, posted);
  return posted;
}

/** What the app makes of the first of its own links in a text; Teams asks for the domains of its manifest only. */
async function cardsOfLinks(
  parts: PageApiParts,
  person: Person,
  { in: kind, root, text }: z.infer<typeof written>,
): Promise<Record<string, unknown>[]> {
  const { host } = new URL(parts.settings.configurationUrl);
  const url = text.match(/https?:\/\/\S+/g)?.find((each) => URL.parse(each)?.host === host);
  if (url === undefined) return [];
  const outcome = await unfurl(parts, person, { in: kind, root, url });
  return outcome.kind === "results" ? outcome.items.slice(0, 1).map(({ card }) => card) : [];
}

async function tellApp(parts: PageApiParts, person: Person, posted: Message): Promise<void> {
  try {
    await parts.bot.deliver(messageActivity(parts.addressing, person, posted));
  } catch (cause) {
    if (parts.stopping.aborted) return;
    const problem = cause instanceof AppUnreachable ? cause.message : "It could not be sent.";
    parts.conversations.reportProblem(posted.id, problem);
  }
}

/** Server-sent events: what happens is told at once; a page that reconnects reads everything again. */
function stream(announcements: Announcements, person: Person, response: Response): void {
  response.set({ "content-type": "text/event-stream", "cache-control": "no-store" });
  response.flushHeaders();
  const stop = announcements.listen((news) => {
    if (news.kind === "message" && !maySee(person, news.message)) return;
    response.write(`data: ${JSON.stringify(news)}\n\n`);
  });
  const heartbeat = setInterval(() => response.write(":\n\n"), 20_000);
  response.on("close", () => {
    clearInterval(heartbeat);
    stop();
  });
}
