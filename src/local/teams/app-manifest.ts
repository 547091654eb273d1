import { readFileSync } from "node:fs";
import { z } from "zod";
import type { PageSettings } from "./page-settings.ts";

const command = z.object({
  id: z.string(),
  type: z.enum(["query", "action"]),
  title: z.string(),
  context: z.array(z.string()).default([]),
  parameters: z.array(z.object({ name: z.string(), title: z.string() })).default([]),
});

const manifest = z.object({
  composeExtensions: z.array(z.object({ commands: z.array(command) })).default([]),
});

const file = new URL("../../../manifest/manifest.template.json", import.meta.url);

/** As Teams knows it: from the app's own manifest. */
export function appExtension(): PageSettings["extension"] {
  const { composeExtensions } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const commands = composeExtensions.flatMap((each) => each.commands);
  const search = commands.find(
    ({ type, context }) => type === "query" && context.includes("compose"),
  );
  const [parameter] = search?.parameters ?? [];
  return {
    ...(search && parameter
      ? { search: { id: search.id, title: search.title, parameter: parameter.name } }
      : {}),
    messageActions: commands
      .filter(({ type, context }) => type === "action" && context.includes("message"))
      .map(({ id, title }) => ({ id, title })),
  };
}
