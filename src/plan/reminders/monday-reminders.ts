import type { DueLines, ReminderLine } from "./due-lines.ts";

/** Who is to be told what of one plan. */
export interface RemindedPeople {
  readonly agencies: readonly {
    readonly agency: string;
    /** Login names of everybody who speaks for it. */
    readonly loginNames: readonly string[];
    /** Those of them who are its contacts; everybody who speaks for it where nobody is named. */
    readonly contacts: readonly string[];
  }[];
  /** Login names of the lead officers that an action names in SharePoint, by action id. */
  readonly leads: ReadonlyMap<number, readonly string[]>;
  readonly owners: readonly string[];
}

/** One person's Monday card: all their plans, and never more than one a week. */
export interface MondayReminder {
  readonly loginName: string;
  readonly overdue: readonly ReminderLine[];
  readonly due: readonly ReminderLine[];
  readonly asked: readonly ReminderLine[];
  readonly checks: readonly ReminderLine[];
  /** Of owners alone: questions that nobody answered. */
  readonly escalated: readonly ReminderLine[];
}

const sections = ["overdue", "due", "asked", "checks", "escalated"] as const;

/**
 * One reminder a person over all plans. A lead officer is told of what they lead, an agency's contacts of the rest of what is
 * the agency's; a plan's owners of the questions that waited too long. Nobody is told of nothing.
 */
export function mondayReminders(
  plans: readonly { readonly lines: DueLines; readonly people: RemindedPeople }[],
): readonly MondayReminder[] {
  const told = new Map<string, Record<(typeof sections)[number], ReminderLine[]>>();
  const tell = (loginName: string, section: (typeof sections)[number], line: ReminderLine) => {
    const card = told.get(loginName) ?? {
      overdue: [],
      due: [],
      asked: [],
      checks: [],
      escalated: [],
    };
    card[section].push(line);
    told.set(loginName, card);
  };
  for (const { lines, people } of plans) {
    for (const section of ["overdue", "due", "asked", "checks"] as const) {
      for (const line of lines[section])
        for (const loginName of concerned(line, people)) tell(loginName, section, line);
    }
    for (const line of lines.escalated)
      for (const loginName of people.owners) tell(loginName, "escalated", line);
  }
  return [...told].map(([loginName, card]) => ({ loginName, ...card }));
}

/** Its lead officers where SharePoint names them, else the contacts of each of its agencies. */
function concerned(line: ReminderLine, people: RemindedPeople): ReadonlySet<string> {
  const leads = (line.actionId === undefined ? undefined : people.leads.get(line.actionId)) ?? [];
  const those = line.agencies.flatMap((name) => {
    const agency = people.agencies.find((each) => each.agency === name);
    if (!agency) return [];
    const leading = leads.filter((loginName) => agency.loginNames.includes(loginName));
    return leading.length > 0 ? leading : agency.contacts;
  });
  return new Set(those);
}
