import { UnavailableError } from "#plan/errors.ts";
import * as v from "valibot";

const address = v.pipe(v.string(), v.trim(), v.url());

const configuration = v.object({
  siteUrl: address,
  sharePointScope: v.string(),
  authority: address,
  tenantId: v.string(),
  clientId: v.string(),
  apiScope: v.string(),
  apiUrl: v.string(),
  hostOrigins: v.array(v.string()),
  appId: v.string(),
});

/** What the server that served this page tells it about the tenant it is for. */
export type TabConfiguration = v.InferOutput<typeof configuration>;

/** The configuration written into the page. Throws UnavailableError where the server left it out or got it wrong. */
export function readConfiguration(page: Document): TabConfiguration {
  const slot = page.querySelector("#configuration")?.textContent ?? "";
  try {
    return v.parse(configuration, JSON.parse(slot));
  } catch (cause) {
    throw new UnavailableError(
      "The action plan is not set up: its page came without a configuration. Tell whoever runs it for you.",
      { cause },
    );
  }
}
