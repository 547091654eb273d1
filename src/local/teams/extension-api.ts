import type { Router } from "express";
import { z } from "zod";
import type { Person } from "../people.ts";
import type { CardActionParts } from "./card-actions.ts";
import { actOnMessage, searchApp } from "./extension.ts";

const search = z.object({
  in: z.enum(["channel", "personal"]),
  root: z.string().optional(),
  command: z.string(),
  parameter: z.string(),
  words: z.string().trim().max(200),
  skip: z.int().min(0).default(0),
});
const action = z.object({
  command: z.string(),
  message: z.string(),
  /** What was typed into the app's dialog; left out to open it. */
  data: z.record(z.string(), z.unknown()).optional(),
});

/** What the page asks of the app's message extension, in a person's name. */
export function extensionRoutes(
  api: Router,
  parts: CardActionParts,
  personOf: (parameters: Readonly<Record<string, string>>) => Person,
): void {
  api.post("/extension/search", async (request, response) => {
    response.json(await searchApp(parts, personOf(request.params), search.parse(request.body)));
  });
  api.post("/extension/action", async (request, response) => {
    const person = personOf(request.params);
    const { message, ...asked } = action.parse(request.body);
    const found = parts.conversations.visibleTo(person, message);
    response.json(await actOnMessage(parts, person, { ...asked, message: found }));
  });
}
