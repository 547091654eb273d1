import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** While it is set, this Teams gives no token until the person has confirmed something; at first they close it. */
    signInNeeded?: "confirms" | "closes first" | undefined;
  }
}

/**
 * A session that ends: SharePoint and the app's server refuse the token, and Teams gives another one only after the
 * person has signed in. To be called before the page is opened.
 */
export async function endableSession(page: Page): Promise<void> {
  await page.addInitScript(standInTheWay);
}

/** Ends it now; the person confirms what Teams asks, or closes it once before they do. */
export async function endSession(
  page: Page,
  person: NonNullable<Window["signInNeeded"]> = "confirms",
): Promise<void> {
  await page.evaluate((what) => (window.signInNeeded = what), person);
  await page.route(/_api\/|\/api\/plans\//, async (route) => {
    const over = await page.evaluate(() => window.signInNeeded !== undefined);
    if (!over || route.request().method() === "OPTIONS") return route.continue();
    const headers = { "access-control-allow-origin": "*" };
    return route.fulfill({ status: 401, headers, json: {} });
  });
}

/** Runs in the page: what the host asks Entra for is answered here as Teams does when the person is needed. */
function standInTheWay(): void {
  if (window !== window.top) return;
  window.addEventListener("message", (event: MessageEvent) => {
    const { func, id, uuidAsString, data } = event.data ?? {};
    if (func !== "nestedAppAuth.execute" || !window.signInNeeded) return;
    const { method, requestId } = JSON.parse(data);
    const closed = window.signInNeeded === "closes first";
    if (method === "GetTokenPopup") window.signInNeeded = closed ? "confirms" : undefined;
    const refused = new Map([["GetToken", "USER_INTERACTION_REQUIRED"]]);
    if (closed) refused.set("GetTokenPopup", "USER_CANCEL");
    const status = refused.get(method);
    if (status === undefined) return;
    event.stopImmediatePropagation();
    const answer = {
      messageType: "NestedAppAuthResponse",
      requestId,
      success: false,
      error: {
        status,
        code: "interaction_required",
        description: "The person has to confirm something first.",
      },
    };
    event.source?.postMessage(
      { id, uuidAsString, args: [null, JSON.stringify(answer)] },
      { targetOrigin: event.origin },
    );
  });
}
