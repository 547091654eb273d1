import { PackageError } from "./package-error.ts";

/** The settings that stand in the manifest; the server's configuration has them all. */
export interface PackageConfiguration {
  /** How the outside reaches the server; Teams opens https only. */
  readonly BASE_URL: string;
  readonly TEAMS_APP_ID: string;
  readonly BOT_CLIENT_ID: string;
}

const place = /\{\{(\w+)\}\}/g;

/**
 * The manifest with every `{{NAME}}` filled. Filled in the strings and not in the file's text, so that
 * no setting can become part of its structure. Throws PackageError for an address Teams would not open.
 */
export function fillManifest(
  template: unknown,
  {
    configuration,
    version,
  }: { readonly configuration: PackageConfiguration; readonly version: string },
): unknown {
  const base = URL.parse(configuration.BASE_URL);
  if (base?.protocol !== "https:") {
    throw new PackageError(
      `Teams opens https addresses only, and BASE_URL is ${configuration.BASE_URL}.`,
    );
  }
  const values = new Map([
    ["VERSION", version],
    ["APP_ID", configuration.TEAMS_APP_ID],
    ["BOT_CLIENT_ID", configuration.BOT_CLIENT_ID],
    ["BASE_URL", base.href.replace(/\/+$/, "")],
    ["HOST", base.host],
  ]);
  return fill(template, (name) => {
    const value = values.get(name);
    if (value === undefined) throw new PackageError(`The manifest asks for {{${name}}}.`);
    return value;
  });
}

function fill(part: unknown, valueOf: (name: string) => string): unknown {
  if (typeof part === "string") return part.replaceAll(place, (_all, name) => valueOf(name));
  if (Array.isArray(part)) return part.map((each) => fill(each, valueOf));
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, fill(value, valueOf)]),
  );
}
