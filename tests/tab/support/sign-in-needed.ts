import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** While it is true, this Teams gives no token until the person has confirmed something. */
    signInNeeded?: boolean;
  }
}

/**
 * A session that ends: SharePoint and the app's server refuse the token, and Teams gives another one only after the
 * person has signed in. To be called before the page is opened.
 */
export async function endableSession(page: Page): Promise<void> {
  await page.addInitScript(standInTheWay);
}

/** Ends it now. */
export async function endSession(page: Page): Promise<void> {
  await page.evaluate(() => (window.signInNeeded = true));
  await page.route(/_api\/|\/api\/plans\//, async (route) => {
    const over = await page.evaluate(() => window.signInNeeded === true);
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
    if (method === "GetTokenPopup") window.signInNeeded = false;
    if (method !== "GetToken") return;
    event.stopImmediatePropagation();
    const answer = {
      messageType: "NestedAppAuthResponse",
      requestId,
      success: false,
      error: {
        status: "USER_INTERACTION_REQUIRED",
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
