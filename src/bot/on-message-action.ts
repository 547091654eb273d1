import { z } from "zod";
import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { DoubtError, RefusedError, SignInError } from "#plan/errors.ts";
import { withoutNhsNumbers } from "#plan/identifiers.ts";
import { addDays, dayOf, isIsoDate } from "#plan/iso-date.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { putChallenge } from "#usecases/put-challenge.ts";
import type { PersonStores } from "./bot-options.ts";
import { withKey } from "./card-press.ts";
import { answerCall, type ExtensionAnswer, type ExtensionCall } from "./extension-call.ts";
import type { Handling } from "./handling.ts";
import {
  aboutsFor,
  chosenAbout,
  messageForm,
  type About,
  type MessageKind,
} from "./message-form.ts";
import { messageText } from "./message-text.ts";
import { planFor } from "./on-search.ts";
import { refusalWords } from "./refusals.ts";

const text = z.string().catch("");
const payload = z.object({
  messagePayload: z.object({
    linkToMessage: z.string().max(4000).catch(""),
    body: z
      .object({ contentType: text, content: text })
      .catch({ contentType: "text", content: "" }),
    from: z
      .object({ user: z.object({ displayName: text }).nullish() })
      .nullish()
      .catch(undefined),
  }),
});
const sent = z.object({
  data: z.preprocess(
    withKey,
    z.object({
      planId: z.int().positive(),
      key: z.uuid(),
      // Never refused for its form: whatever was typed has to be given back.
      link: text,
      about: text,
      rating: text,
      words: text,
      due: text,
      sure: z.boolean().optional().catch(undefined),
    }),
  ),
});

type Sent = z.infer<typeof sent>["data"];

const kinds: Readonly<Record<string, MessageKind>> = {
  makeUpdate: "update",
  makeChallenge: "challenge",
};

const titles = { update: "Progress update", challenge: "Challenge" } as const;

/** How long an agency is given to answer, where the person who asks says nothing else. */
const daysToAnswer = 14;

/** Somebody chose in a message's menu to make an update or a challenge of it: they get it to read, change and send. */
export function onMakeOfMessage(handling: Handling, received: unknown): Promise<ExtensionAnswer> {
  return answerCall(handling, received, {
    silent: false,
    say,
    async work(call, { stores, within }) {
      const kind = kindOf(call);
      const { messagePayload: message } = payload.parse(call.value);
      const open = await within(planFor(handling, stores, call));
      const threadOf = await within(recommendationOf(handling, open, call));
      const abouts = aboutsFor(kind, open, threadOf);
      const near = abouts.filter(({ recommendation }) => recommendation.id === threadOf);
      return dialog(
        kind,
        messageForm(kind, open, {
          abouts,
          typed: {
            about: near.length === 1 ? (near[0]?.id ?? "") : "",
            rating: "",
            words: messageText(message.body),
            due: kind === "challenge" ? addDays(dayOf(handling.now()), daysToAnswer) : "",
          },
          sender: message.from?.user?.displayName ?? "",
          link: message.linkToMessage,
          planLink: handling.links.plan(open.plan.id),
          key: handling.newKey(),
        }),
      );
    },
  });
}

/** The person sent what they made of the message: it is saved as theirs, or given back with what is wrong. */
export function onSendMade(handling: Handling, received: unknown): Promise<ExtensionAnswer> {
  return answerCall(handling, received, {
    silent: false,
    say,
    async work(call, { stores, within }) {
      const kind = kindOf(call);
      const { data: typed } = sent.parse(call.value);
      const open = await within(stores.plans.open(typed.planId));
      const threadOf = await within(recommendationOf(handling, open, call));
      const abouts = aboutsFor(kind, open, threadOf);
      try {
        await within(save(handling, stores, { kind, open, abouts, typed }));
        return say(kind === "update" ? "The update is saved." : "The question is sent.");
      } catch (cause) {
        if (cause instanceof SignInError) throw cause;
        const incident = handling.newKey();
        const error = cause instanceof Error ? cause.name : "unknown";
        handling.log("warn", "message not made into anything", { kind, incident, error });
        const { reason, whatToDo } = refusalWords(cause, incident);
        const words = withoutNhsNumbers(typed.words);
        const again = {
          abouts,
          sender: "",
          link: typed.link,
          planLink: handling.links.plan(open.plan.id),
          key: typed.key,
          sure: cause instanceof DoubtError,
        };
        const refused = `${reason} ${whatToDo}`;
        return dialog(
          kind,
          messageForm(kind, open, { ...again, typed: { ...typed, words }, refused }),
        );
      }
    },
  });
}

async function save(
  handling: Handling,
  stores: PersonStores,
  {
    kind,
    open,
    abouts,
    typed,
  }: {
    readonly kind: MessageKind;
    readonly open: OpenPlan;
    readonly abouts: readonly About[];
    readonly typed: Sent;
  },
): Promise<void> {
  const about = chosenAbout(abouts, typed.about);
  const words = withSource(typed);
  const { id } =
    kind === "update"
      ? await update(stores, open, about, { ...typed, words })
      : await question(stores, open, about, { ...typed, words });
  handling.log("info", "made of a message", { kind, planId: open.plan.id, item: id });
  handling.watch.poke();
}

async function update(
  stores: PersonStores,
  open: OpenPlan,
  { action, agency }: About,
  { words: note, rating, key, sure }: Sent,
) {
  if (!action) throw new RefusedError("Choose an action.");
  const speaker = agency.shortName;
  return proposeRating(stores, {
    open: { ...open, action },
    agency: speaker,
    rating,
    note,
    evidence: [],
    key,
    sure,
  });
}

async function question(
  stores: PersonStores,
  open: OpenPlan,
  { recommendation, action, agency }: About,
  { words, due, key, sure }: Sent,
) {
  if (due !== "" && !isIsoDate(due))
    throw new RefusedError("Choose a day that exists for the answer.");
  return putChallenge(stores, {
    open,
    recommendation,
    action,
    agency: agency.shortName,
    question: words,
    source: "person",
    due: isIsoDate(due) ? due : undefined,
    key,
    sure,
  });
}

/** The message is no evidence, so its address stands with the words. */
function withSource({ words, link }: Sent): string {
  const bare = words.trim();
  if (bare === "") return "";
  return URL.parse(link)?.protocol === "https:" ? `${bare}\n\nFrom the message ${link}` : bare;
}

/** Whose thread the message stands in; undefined where it is no recommendation's. */
async function recommendationOf(
  { appStores }: Handling,
  { plan }: OpenPlan,
  { conversation }: ExtensionCall,
): Promise<number | undefined> {
  const root = /;messageid=(\w+)/.exec(conversation)?.[1];
  if (root === undefined) return undefined;
  const posts = await appStores.posts.ofPlan(plan.id);
  return posts.find(({ message, actionId }) => message === root && actionId === undefined)
    ?.recommendationId;
}

function kindOf({ commandId }: ExtensionCall): MessageKind {
  const kind = kinds[commandId];
  if (!kind) throw new RefusedError("This is from another version of the app.");
  return kind;
}

function dialog(kind: MessageKind, card: IAdaptiveCard): object {
  const attachment = { contentType: "application/vnd.microsoft.card.adaptive", content: card };
  return {
    task: {
      type: "continue",
      value: { title: titles[kind], width: "medium", height: "medium", card: attachment },
    },
  };
}

function say(value: string): object {
  return { task: { type: "message", value } };
}
