import { z } from "zod";
import { parseBody } from "../http/request.ts";
import { value } from "../odata/entity.ts";
import type { Resource } from "./resource.ts";

/** `titleResource` and `descriptionResource`: the words in any language of the pages, which here are the same in all. */
export function cultureSteps(words: {
  readonly title: () => string;
  readonly description: () => string;
}): NonNullable<Resource["steps"]> {
  return {
    titleresource: () => wordsResource(words.title),
    descriptionresource: () => wordsResource(words.description),
  };
}

function wordsResource(read: () => string): Resource {
  return {
    get: () => value("Value", "Edm.String", read()),
    steps: {
      getvalueforuiculture: () => ({
        post: (request) => {
          parseBody(z.object({ cultureName: z.string() }), request);
          return value("GetValueForUICulture", "Edm.String", read());
        },
      }),
    },
  };
}
