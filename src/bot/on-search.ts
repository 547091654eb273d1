import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { z } from "zod";
import { plain, plainRef } from "#cards/plain.ts";
import { recommendationCard } from "#cards/recommendation-card.ts";
import { searchResultCard } from "#cards/search-result-card.ts";
import { NotFoundError } from "#plan/errors.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { searchPlan, type Hit } from "#usecases/search-plan.ts";
import { channelOf } from "./channel-of.ts";
import type { PersonStores } from "./bot-options.ts";
import { answerCall, type ExtensionAnswer, type ExtensionCall } from "./extension-call.ts";
import type { Handling } from "./handling.ts";

const query = z.object({
  parameters: z
    .array(z.object({ name: z.string(), value: z.unknown() }))
    .max(10)
    .catch([]),
  queryOptions: z
    .object({ skip: z.int().min(0).catch(0), count: z.int().min(1).catch(25) })
    .catch({ skip: 0, count: 25 }),
});

/** Teams asks for 25 at a time. */
const mostResults = 25;

/** Recommendations and actions that fit what somebody typed, each as a live card to put into a message. */
export function onSearch(handling: Handling, received: unknown): Promise<ExtensionAnswer> {
  return answerCall(handling, received, {
    silent: true,
    say,
    async work(call, { stores, within }) {
      const { parameters, queryOptions } = query.parse(call.value);
      const words = parameters.find(({ name }) => name === "words")?.value;
      const open = await within(planFor(handling, stores, call));
      const found = searchPlan(open, typeof words === "string" ? words : "");
      const from = queryOptions.skip;
      const page = found.slice(from, from + Math.min(queryOptions.count, mostResults));
      if (page.length === 0) {
        return say(from > 0 ? "That is all." : "Nothing in the plan fits. Try fewer words.");
      }
      return results(page.map((hit) => attachment(handling, open, hit)));
    },
  });
}

const linked = z.object({ url: z.string().max(4000) });

/** The card of what a pasted link of the tab leads to; nothing for any other link. */
export function onLink(handling: Handling, received: unknown): Promise<ExtensionAnswer> {
  return answerCall(handling, received, {
    silent: true,
    say,
    async work(call, { stores, within }) {
      const place = handling.links.read(linked.parse(call.value).url);
      const open = place && (await within(planFor(handling, stores, call, place.planId)));
      const hit = open && hitAt(open, place);
      return hit && open ? results([attachment(handling, open, hit)]) : {};
    },
  });
}

/** The plan that is named; else that of the channel; else the newest. */
export async function planFor(
  { appStores }: Pick<Handling, "appStores">,
  stores: Pick<PersonStores, "plans">,
  { conversation }: Pick<ExtensionCall, "conversation">,
  planId?: number,
): Promise<OpenPlan> {
  if (planId !== undefined) return stores.plans.open(planId);
  const channel = channelOf(conversation);
  const plans = await appStores.plans.list();
  const plan = plans.find((each) => each.channel === channel) ?? plans[0];
  if (!plan) throw new NotFoundError("There is no plan yet.");
  return stores.plans.open(plan.id);
}

function hitAt(
  { recommendations, actions }: OpenPlan,
  {
    actionId,
    recommendationId,
  }: { readonly actionId?: number | undefined; readonly recommendationId?: number | undefined },
): Hit | undefined {
  const action = actions.find(({ id }) => id === actionId);
  const wanted = action?.recommendationId ?? recommendationId;
  const recommendation = recommendations.find(({ id }) => id === wanted);
  return recommendation && { recommendation, action };
}

function attachment(handling: Handling, open: OpenPlan, hit: Hit) {
  const { recommendation, action } = hit;
  const agencies = (action?.agencies ?? recommendation.addressees).join(", ");
  const what = action ? "Action" : "Recommendation";
  return {
    contentType: "application/vnd.microsoft.card.adaptive",
    content: cardOf(handling, open, hit),
    preview: {
      contentType: "application/vnd.microsoft.card.thumbnail",
      content: {
        title: htmlText(plain(action?.text ?? recommendation.text, 120) || what),
        text: htmlText(`${what} · ${plainRef(recommendation.ref)} · ${plain(agencies, 80)}`),
      },
    },
  };
}

function cardOf(
  { links, now }: Handling,
  open: OpenPlan,
  { recommendation, action }: Hit,
): IAdaptiveCard {
  if (action) {
    const link = links.action(open.plan.id, action.id);
    return searchResultCard({ ...open, recommendation, action }, { now: now(), link });
  }
  const own = open.actions.filter(({ recommendationId }) => recommendationId === recommendation.id);
  const link = links.recommendation(open.plan.id, recommendation.id);
  const shown = { ...open, recommendation, actions: own };
  return recommendationCard(shown, { now: now(), link, discuss: "" });
}

/** Teams reads a preview's texts as HTML. */
function htmlText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function results(attachments: readonly object[]): object {
  return { composeExtension: { type: "result", attachmentLayout: "list", attachments } };
}

function say(text: string): object {
  return { composeExtension: { type: "message", text } };
}
