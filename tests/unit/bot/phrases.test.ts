import { expect, it } from "vitest";
import { agencyMeant } from "#bot/agency-meant.ts";
import type { Command } from "#bot/command.ts";
import { readCommand } from "#bot/commands.ts";
import { anAgency } from "../cards/shown-actions.ts";

/** As people write in a chat, and what they mean by it. */
const asked: Readonly<Record<string, readonly string[]>> = {
  "actions 2.1": [
    "2.1?",
    "2,1",
    "2 .1",
    "2. 1",
    "R2.1",
    "r 2.1",
    "#2.1",
    "Rec. 2.1",
    "recommendation 2.1",
    "recomendation 2.1 please",
    "show me 2.1",
    "can i see rec 2.1?",
    "what about 2.1?",
    "what's the status of 2.1",
    '<div>show&nbsp;me <at id="1">Somebody Else</at> 2.1</div>',
    "2\u200B.1",
    "\u202E2.1",
  ],
  "actions 2.1 LPT": [
    "2.1 for LPT",
    "2.1 - LPT",
    "2.1: LPT",
    "LPT 2.1",
    "LPT's 2.1",
    "show me recommendation 2.1 for LPT",
    "<p>2.1&nbsp;LPT</p>",
  ],
  "actions 3": ["recommendation 3", "rec 3?", "number 3", "no. 3"],
  "actions 3.4(a) TRFT": ["3.4(a) TRFT", "please show 3.4(a) of TRFT"],
  mine: [
    "Mine?",
    "what's mine",
    "my actions",
    "show me my actions",
    "what do I have to do",
    "what's on my list",
    "what am I late with",
    "am I overdue on anything",
    "what's due for me",
    "what is due?",
    "todo",
    "what's next for me",
    "what have we got outstanding",
    "my challenges",
  ],
  overdue: [
    "Overdue?",
    "what's overdue",
    "anything overdue?",
    "show me everything that is overdue",
    "overdeu",
    "which actions have missed their date",
    "past due date",
  ],
  "overdue LPT": [
    "what's overdue for LPT",
    "what’s overdue for LPT?",
    "overdue LPT",
    "ovedue for LPT",
    "LPT overdue",
    "is LPT late with anything",
    "what's behind schedule at LPT",
  ],
  "challenge LPT": [
    "challenge for LPT",
    "chalenge LPT",
    "challenges for LPT",
    "what questions are there for LPT?",
    "what are we challenging LPT on",
  ],
  challenge: ["challenge", "any challenges?", "what should we challenge"],
  "discuss 2.1": [
    "discuss recommendation 2.1",
    "Discuss rec 2,1",
    "dicuss 2.1",
    "open the thread for 2.1",
    "where is the discussion of 2.1",
  ],
  help: ["Help!", "help me", "?", "hi", "good morning", "what can you do", "how does this work"],
  thanks: ["thanks", "Thank you!", "diolch", "ok"],
  unknown: ["what is the weather", "asdf", "…", "👍"],
};

const cases = Object.entries(asked).flatMap(([means, all]) => all.map((text) => [text, means]));

it.each(cases)("understands “%s” as %s", (text = "", means) => {
  expect(inWords(readCommand(text))).toBe(means);
});

// A change is made only by the words that `help` names: these get the card that makes it.
it.each([
  "stop",
  "unsubscribe",
  "turn off reminders",
  "no more reminders please",
  "are reminders off?",
])("changes nothing for “%s”", (text) => {
  expect(readCommand(text)).toEqual({ kind: "reminders", change: {} });
});

it.each(["how do I use this channel", "don't use this channel"])(
  "adopts no channel for “%s”",
  (text) => {
    expect(readCommand(text).kind).not.toBe("use-channel");
  },
);

it.each([
  ["quiet hours 6pm to 8am", { quietFrom: 18, quietUntil: 8 }],
  ["quiet between 18 and 8", { quietFrom: 18, quietUntil: 8 }],
  ["quiet 12 am - 12 pm", { quietFrom: 0, quietUntil: 12 }],
])("reads “%s”", (text, change) => {
  expect(readCommand(text)).toEqual({ kind: "reminders", change });
});

it("takes no longer for a long and hostile text than for a short one", () => {
  for (const text of [
    "2 . ".repeat(20_000),
    "<at>".repeat(20_000),
    "<b>".repeat(20_000),
    "a".repeat(100_000),
  ]) {
    expect(readCommand(text)).toBeDefined();
  }
});

it.each([
  ["môn", "CSM"],
  ["cyngor sir mon", "CSM"],
  ["council", undefined],
  ["marlshire council", "MC"],
  ["CSM,", "CSM"],
  ["x", undefined],
  ["", undefined],
])("means by “%s” the agency %s", (written, shortName) => {
  const agencies = [
    anAgency(1, "CSM", "Cyngor Sir Môn Council"),
    anAgency(2, "MC", "Marlshire Council"),
    anAgency(3, "MDC", "Marlshire Council of Districts"),
  ];
  expect(agencyMeant(agencies, written)?.shortName).toBe(shortName);
});

function inWords(command: Command): string {
  const parts = Object.values(command).filter((part) => typeof part === "string" && part !== "");
  return parts.join(" ");
}
