import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { ReminderWish } from "#plan/reminders/when-to-remind.ts";
import { wishInWords } from "./reminder-words.ts";
import { bindCard } from "./template.ts";

/** What somebody asked for about their reminders, for them to change. */
export function remindersCard(
  wish: ReminderWish,
  { link, saved }: { readonly link: string; readonly saved: boolean },
): IAdaptiveCard {
  const said = wishInWords(wish);
  return bindCard("reminders", {
    saved: saved ? "Saved." : undefined,
    said,
    typed: {
      wanted: wish.off ? "off" : "on",
      quietFrom: String(wish.quietFrom),
      quietUntil: String(wish.quietUntil),
    },
    hours: Array.from({ length: 24 }, (_, hour) => ({ id: String(hour), title: `${hour}:00` })),
    links: { plan: link },
    speak: said,
    fallbackText: said,
  });
}
