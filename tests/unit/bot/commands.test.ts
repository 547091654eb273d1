import { expect, it } from "vitest";
import { readCommand } from "#bot/commands.ts";

it.each([
  ["2.1", { kind: "actions", ref: "2.1", agency: "" }],
  ["2.1 Health", { kind: "actions", ref: "2.1", agency: "Health" }],
  [" Mine. ", { kind: "mine" }],
  ["OVERDUE", { kind: "overdue" }],
  ["challenge  Marlshire Council!", { kind: "challenge", agency: "Marlshire Council" }],
  ["challenge", { kind: "challenge", agency: "" }],
  ["discuss 2.1", { kind: "discuss", ref: "2.1" }],
  ["use this channel", { kind: "use-channel" }],
  ["", { kind: "help" }],
  ["overdue since when", { kind: "unknown" }],
  ["what is mine?", { kind: "unknown" }],
])("reads “%s”", (written, command) => {
  expect(readCommand(written)).toEqual(command);
});
