import { linkedTo, planIdOf } from "./address.ts";
import { app, pages } from "@microsoft/teams-js";
import { within } from "./within.ts";

interface Kept {
  /** The address that Teams opened the tab with. */
  readonly openedAt: URL;
  readonly onShown: (shown: boolean) => void;
  /** Goes back within the tab; false where there is nothing to go back to. */
  readonly goBack: () => boolean;
}

/** As the first handshake; a tab that waits longer is loaded anew. */
const answerSeconds = 15;

/**
 * Lets Teams keep the tab when somebody leaves it, so that it is there at once when they come back
 * (learn.microsoft.com: App suspension for your tab app), and asks the tab first at Teams' own way back, a phone's.
 */
export function followLifecycle({ openedAt, onShown, goBack }: Kept): void {
  if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(goBack);
  app.lifecycle.registerBeforeSuspendOrTerminateHandler(async () => onShown(false));
  app.lifecycle.registerOnResumeHandler(({ contentUrl }) => void resume(contentUrl));

  async function resume(contentUrl: URL): Promise<void> {
    try {
      // One that is kept is used for another tab of the app too.
      if (!isSame(contentUrl, openedAt)) return loadAnew(contentUrl);
      const { page } = await within(answerSeconds, app.getContext(), "Teams does not answer.");
      if (!follow(page.subPageId)) return loadAnew(contentUrl);
      onShown(true);
      await app.notifySuccess();
    } catch {
      loadAnew(contentUrl);
    }
  }
}

function isSame(one: URL, other: URL): boolean {
  return one.pathname === other.pathname && one.search === other.search;
}

/** Goes where the link leads by which somebody came back, if by any; false where that is another plan. */
function follow(subPageId: string | undefined): boolean {
  const { plan, address } = linkedTo(subPageId);
  if (plan !== undefined && plan !== planIdOf(window.location.search)) return false;
  if (address !== undefined) window.location.hash = address;
  return true;
}

function loadAnew(contentUrl: URL): void {
  window.history.replaceState(null, "", contentUrl);
  window.location.reload();
}
