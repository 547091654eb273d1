import { argumentInvalid } from "../errors.ts";
import { readFormInstant } from "../items/instant.ts";
import { textArgument, type Segment } from "../odata/address.ts";
import { value, type Answer } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { entityResource, type Resource } from "./resource.ts";

const none = (set: string) => (): Resource => ({
  get: () => ({ kind: "collection", set: `SP.ApiData.${set}`, entities: [] }),
});

/** What a web is asked for besides: no workflow runs here, nobody is told by push, and its looks are the usual ones. */
export function webOddmentSteps({ site }: Session): NonNullable<Resource["steps"]> {
  return {
    workflowassociations: none("WorkflowAssociations"),
    workflowtemplates: none("WorkflowTemplates"),
    doespushnotificationsubscriberexist: () => ({
      get: () => value("DoesPushNotificationSubscriberExist", "Edm.Boolean", false),
    }),
    parsedatetime: (segment) => ({ get: () => parsed(segment), post: () => parsed(segment) }),
    themeinfo: () =>
      entityResource(() => ({
        type: "SP.ThemeInfo",
        path: "Web/ThemeInfo",
        properties: {
          AccessibleDescription: "",
          ThemeBackgroundImageUri: null,
          ThemedCssFolderUrl: site.root ? `${site.root.path}/_themes` : null,
        },
      })),
  };
}

/** What somebody typed as a date, as ISO 8601; the site's forms are American. Throws 400 for what is none. */
function parsed(segment: Segment): Answer {
  const typed = textArgument(segment, "value");
  const instant = readFormInstant(typed);
  if (instant === undefined) throw argumentInvalid(`'${typed}' is not a date.`);
  return value("ParseDateTime", "Edm.String", instant);
}
