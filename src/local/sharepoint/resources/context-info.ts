import { Complex, value } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { rootOf } from "../webs/web-book.ts";
import type { Resource } from "./resource.ts";

/** The form digest that callers with cookies need; callers with a token may ask for it too. */
export function contextInfoResource(session: Session): Resource {
  const { site, now } = session;
  return {
    post: () =>
      value(
        "GetContextWebInformation",
        "SP.ContextWebInformation",
        new Complex("SP.ContextWebInformation", {
          FormDigestTimeoutSeconds: 1800,
          FormDigestValue: `0x00,${new Date(now).toUTCString().replace("GMT", "-0000")}`,
          LibraryVersion: "16.0.0.0",
          SiteFullUrl: rootOf(session).url,
          SupportedSchemaVersions: ["14.0.0.0", "15.0.0.0"],
          WebFullUrl: site.url,
        }),
      ),
  };
}
