import { daysBetween, formatDate, type IsoDate } from "../iso-date.ts";
import type { Challenge } from "../record.ts";
import { counted } from "../words.ts";
import type { Check, Found } from "./check.ts";

export const unanswered: Check = {
  id: "unanswered",
  title: "Question not answered",
  why: "A question was put to the agency, and the day for its answer has passed.",
  find: ({ state, today }) => past(state.openChallenges, today),
  findInRecommendation: ({ open, today }) => past(open, today),
};

function past(open: readonly Challenge[], today: IsoDate): readonly Found[] {
  return open.flatMap(({ due, agency }): Found[] => {
    if (due === undefined || due >= today) return [];
    const late = counted(daysBetween(due, today), "day");
    return [
      {
        says: `${agency} was to answer a question by ${formatDate(due)}, ${late} ago.`,
        asks: `What is ${agency}’s answer to the question that was due on ${formatDate(due)}, and what held it up?`,
        weight: "strong",
        agency,
      },
    ];
  });
}
