import { expect, it } from "vitest";
import { readCommand } from "#bot/commands.ts";

it.each([
  ["2.1", { kind: "actions", ref: "2.1", agency: "" }],
  ["2.1 Health", { kind: "actions", ref: "2.1", agency: "Health" }],
  [" Mine. ", { kind: "mine" }],
  ["OVERDUE", { kind: "overdue", agency: "" }],
  ["challenge  Marlshire Council!", { kind: "challenge", agency: "Marlshire Council" }],
  ["challenge", { kind: "challenge", agency: "" }],
  ["discuss 2.1", { kind: "discuss", ref: "2.1" }],
  ["use this channel", { kind: "use-channel" }],
  ["", { kind: "help" }],
  ["reminders", { kind: "reminders", change: {} }],
  ["Reminders off.", { kind: "reminders", change: { off: true } }],
  ["reminder on", { kind: "reminders", change: { off: false } }],
  ["quiet 18:00-08:00", { kind: "reminders", change: { quietFrom: 18, quietUntil: 8 } }],
  ["quiet from 17 until 9", { kind: "reminders", change: { quietFrom: 17, quietUntil: 9 } }],
  ["quiet 20-24", { kind: "reminders", change: { quietFrom: 20, quietUntil: 0 } }],
  ["quiet off", { kind: "reminders", change: { quietFrom: 0, quietUntil: 0 } }],
  ["quiet 18:30-8", { kind: "unknown" }],
  ["quiet 25-8", { kind: "unknown" }],
])("reads “%s”", (written, command) => {
  expect(readCommand(written)).toEqual(command);
});
