import { mayChallenge, mayOwn, type Me } from "#plan/permissions.ts";
import { ArrowExportRegular, ArrowImportRegular, type FluentIcon } from "@fluentui/react-icons";
import type { ComponentType } from "react";
import { Later } from "#tab/later/use-later.ts";
import type { ViewProps } from "#tab/live/view-props.ts";

/** A view of the plan beside its tree grid. */
interface ViewSource {
  /** How the address and links call it: `#summary`. Small letters; it stays the same for ever. */
  readonly word: string;
  /** On its tab or button: "Summary". */
  readonly name: string;
  /** A tab in the header, or a button at the header's end with this sign. */
  readonly shown: "tab" | { readonly button: FluentIcon };
  /** It brings its own header, and the way back (`onView("plan")`). */
  readonly whole?: boolean;
  /** Whether it is of use to this person: what SharePoint would refuse them is not offered. */
  readonly offered: (me: Me) => boolean;
  /** Fetches it, when it is first opened: `async () => (await import("#tab/summary/SummaryView.tsx")).SummaryView`. */
  readonly load: () => Promise<ComponentType<ViewProps>>;
}

/** The views beside the plan itself, in the order in which they are offered; each stands in a folder of its own. */
const sources: readonly ViewSource[] = [
  {
    word: "summary",
    name: "Summary",
    shown: "tab",
    offered: () => true,
    load: async () => (await import("#tab/summary/SummaryView.tsx")).SummaryView,
  },
  {
    word: "changes",
    name: "Changes",
    shown: "tab",
    offered: () => true,
    load: async () => (await import("#tab/changes/ChangesView.tsx")).ChangesView,
  },
  {
    word: "challenges",
    name: "Challenges",
    shown: "tab",
    offered: () => true,
    load: async () => (await import("#tab/challenges/ChallengesView.tsx")).ChallengesView,
  },
  {
    word: "papers",
    name: "Papers",
    shown: "tab",
    offered: () => true,
    load: async () => (await import("#tab/papers/PapersView.tsx")).PapersView,
  },
  {
    word: "meeting",
    name: "Meeting",
    shown: "tab",
    whole: true,
    offered: () => true,
    load: async () => (await import("#tab/meeting/MeetingView.tsx")).MeetingView,
  },
  {
    word: "import",
    name: "Import",
    shown: { button: ArrowImportRegular },
    whole: true,
    // Scrutiny members put the questions of a paper; an agency says its progress; owners all of it.
    offered: (me) => mayOwn(me) || mayChallenge(me) || me.agencies.length > 0,
    load: async () => (await import("#tab/import/ImportView.tsx")).ImportView,
  },
  {
    word: "export",
    name: "Export",
    shown: { button: ArrowExportRegular },
    whole: true,
    offered: () => true,
    load: async () => (await import("#tab/export/ExportView.tsx")).ExportView,
  },
];

export type ViewEntry = Omit<ViewSource, "load"> & { readonly part: Later<ViewProps> };

export const views: readonly ViewEntry[] = sources.map(({ load, ...entry }) => ({
  ...entry,
  part: new Later(load),
}));
