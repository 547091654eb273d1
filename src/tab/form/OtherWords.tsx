import { Button } from "@fluentui/react-components";
import { MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-message-bar";
import { beginning } from "./beginning.ts";
import type { Form } from "./use-form.ts";

/** Letters of another draft that are shown, to tell it by. */
const shown = 160;

/** What the reader typed here in another window and did not save: nothing of it is lost because something else was typed last. */
export function OtherWords<W extends object>({ form }: { form: Form<W> }) {
  return form.others.map((other) => (
    <MessageBar key={other.key} intent="info" layout="multiline">
      <MessageBarBody>
        You have typed something else here too, in another window, and not saved it:{" "}
        <q>{beginning(longestIn(other.words), shown)}</q>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => form.use(other)}>
          Show it here
        </Button>
      </MessageBarActions>
    </MessageBar>
  ));
}

/** What the program put there. */
const unspoken = ["id", "version", "base", "url"];

/** The longest text in it, however deep: what somebody wrote rather than what they chose. */
function longestIn(words: unknown): string {
  if (typeof words === "string") return words;
  if (typeof words !== "object" || words === null) return "";
  return Object.entries(words)
    .filter(([name]) => !unspoken.includes(name))
    .map(([, each]) => longestIn(each))
    .reduce((longest, each) => (each.length > longest.length ? each : longest), "");
}
