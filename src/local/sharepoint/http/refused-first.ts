import type { IncomingMessage } from "node:http";
import { metadataWanted, writeError, type Written } from "../odata/write-answer.ts";
import type { Trouble } from "../trouble/faults.ts";
import { tooBusy } from "../trouble/faults-route.ts";
import { insufficient, unauthorised, webPage } from "./refusals.ts";

/** What is answered before anything of the request is looked at. */
export function refusedFirst(trouble: Trouble, request: IncomingMessage): Written | undefined {
  if (trouble.webPage) return webPage;
  if (trouble.expired) return unauthorised(request);
  if (trouble.unproved !== undefined) return insufficient(trouble.unproved);
  return trouble.busy && refuseAsBusy(trouble, trouble.busy, request.headers.accept);
}

function refuseAsBusy(
  { headers }: Trouble,
  { status, retryAfter }: NonNullable<Trouble["busy"]>,
  accept: string | undefined,
): Written {
  const written = writeError(tooBusy(status), metadataWanted(accept));
  return {
    ...written,
    headers: { ...written.headers, ...headers, "Retry-After": retryAfter },
  };
}
