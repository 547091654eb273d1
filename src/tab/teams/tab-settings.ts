import { planIdOf } from "./address.ts";
import { pages } from "@microsoft/teams-js";
import type { TabSettings } from "./host.ts";
import { within } from "./within.ts";

/** The tab's id in the manifest and in every link to it. */
const entityId = "plan";

/** A person who waits longer than this thinks it broken. */
const answerSeconds = 10;

/** Teams' dialog for setting up a channel's tab. Its Save asks this page, which then hands over what the tab opens. */
export function tabSettings(): TabSettings {
  let answer: pages.InstanceConfig | undefined;

  async function save(event: pages.config.SaveEvent): Promise<void> {
    if (!answer) return event.notifyFailure("No plan is chosen.");
    try {
      await within(
        answerSeconds,
        pages.config.setConfig(answer),
        "Teams did not keep the tab. Try again.",
      );
      event.notifySuccess();
    } catch (cause) {
      event.notifyFailure(cause instanceof Error ? cause.message : String(cause));
    }
  }
  pages.config.registerOnSaveHandler((event) => void save(event));
  return {
    async planId() {
      // Where Teams does not say, the plan is chosen as for a new tab.
      const had = await within(answerSeconds, pages.getConfig(), "Teams does not answer.").catch(
        () => undefined,
      );
      const url = URL.parse(had?.contentUrl ?? "");
      return url ? planIdOf(url.search) : undefined;
    },
    answer(tab) {
      answer = tab && instance(tab);
      pages.config.setValidityState(tab !== undefined);
    },
  };
}

function instance({ planId, name }: { planId: number; name: string }): pages.InstanceConfig {
  const address = new URL(`./?plan=${planId}`, window.location.href).href;
  return { entityId, contentUrl: address, websiteUrl: address, suggestedDisplayName: name };
}
