import { SharePointError } from "../errors.ts";
import { parseJson } from "../json.ts";
import type { Written } from "../odata/write-answer.ts";
import { faultPlan } from "./fault-plan.ts";
import type { Faults } from "./faults.ts";

/** No address of SharePoint's begins like this; no product knows it. */
export const faultsPath = "/_local/faults";

export const tooBusy = (status: 429 | 503) =>
  new SharePointError(
    status,
    "-1, Microsoft.SharePoint.Client.ClientServiceException",
    status === 429
      ? "The request has been throttled -- please try again later."
      : "The server is busy. Please try again later.",
  );

/** GET tells the plan and its strikes, PUT begins another, DELETE ends all trouble. */
export function answerFaults(faults: Faults, method: string, body: Uint8Array): Written {
  if (method === "DELETE") faults.begin();
  else if (method === "PUT") {
    const plan = faultPlan.safeParse(tryParse(body));
    if (!plan.success) return json(400, { error: plan.error.issues });
    faults.begin(plan.data);
  } else if (method !== "GET")
    return json(405, { error: "Trouble is asked for with GET, PUT and DELETE." });
  return json(200, faults.state());
}

function tryParse(body: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

function json(status: number, content: unknown): Written {
  return {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8" },
    body: JSON.stringify(content),
  };
}
