import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { IAdaptiveCard } from "@microsoft/teams.cards";

// The package's own types import another package's sources, which would then be checked as ours.
interface CardTemplate {
  expand(context: { readonly $root: object }): IAdaptiveCard;
}

// A plain import fails in Node: the package's ES build names files without their extension.
const require = createRequire(import.meta.url);
const {
  Template,
}: { Template: new (payload: unknown) => CardTemplate } = require("adaptivecards-templating");

const folder = join(import.meta.dirname, "../../adaptive-cards");

export type TemplateName =
  | "action"
  | "action-read"
  | "action-saved"
  | "action-refused"
  | "challenge"
  | "challenge-answered"
  | "challenge-form"
  | "message-form"
  | "minutes"
  | "monday"
  | "recommendation"
  | "reminders"
  | "search-result"
  | "sign-in";

const templates = new Map<TemplateName, CardTemplate>();

/**
 * The card of that template filled with `data`. A key the template asks for must be there, or be
 * undefined where the template tests it: the engine leaves `${…}` standing for anything missing.
 * Data that holds `${…}` itself is not expanded again.
 */
export function bindCard(name: TemplateName, data: object): IAdaptiveCard {
  return templateOf(name).expand({ $root: withoutUndefined(data) });
}

/** Each template is read from disk once and kept: it never changes while the process runs. */
function templateOf(name: TemplateName): CardTemplate {
  const kept = templates.get(name);
  if (kept) return kept;
  const read = new Template(
    JSON.parse(readFileSync(join(folder, `${name}.template.json`), "utf8")),
  );
  templates.set(name, read);
  return read;
}

// `exists()` of the templating language is true for undefined keys that are present.
function withoutUndefined(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
