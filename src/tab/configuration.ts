import { UnavailableError } from "#plan/errors.ts";
import * as z from "zod/mini";

const configuration = z.object({
  siteUrl: z.url(),
  sharePointScope: z.string(),
  authority: z.url(),
  tenantId: z.string(),
  clientId: z.string(),
  apiScope: z.string(),
  apiUrl: z.string(),
  hostOrigins: z.array(z.string()),
  appId: z.string(),
});

/** What the server that served this page tells it about the tenant it is for. */
export type TabConfiguration = z.infer<typeof configuration>;

/** The configuration written into the page. Throws UnavailableError where the server left it out or got it wrong. */
export function readConfiguration(page: Document): TabConfiguration {
  const slot = page.querySelector("#configuration")?.textContent ?? "";
  try {
    return configuration.parse(JSON.parse(slot));
  } catch (cause) {
    throw new UnavailableError(
      "The action plan is not set up: its page came without a configuration. Tell whoever runs it for you.",
      { cause },
    );
  }
}
