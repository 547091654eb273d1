import { Command } from "commander";
import { checks } from "#plan/checks.ts";
import { dayOf, formatDate } from "#plan/iso-date.ts";
import { counted } from "#plan/words.ts";
import { peopleOfAgencies } from "#sharepoint/members.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import { type CheckedPlan, checkPlan } from "#usecases/check-plan.ts";
import { toId } from "./plan-options.ts";
import { type SiteChoice, siteOfApp } from "./site-of-app.ts";

interface CheckOptions extends SiteChoice {
  readonly json?: boolean;
  readonly plan?: number;
}

/** `action-plan check`: what the peer-challenge group should ask about. */
export function checkCommand(): Command {
  return new Command("check")
    .description("Say what the peer-challenge group should ask about, and the questions to put.")
    .option("--json", "as JSON: check, ref, agency, action, says, asks, weight")
    .option("--plan <id>", "which plan, if not the newest", toId)
    .option("--site <url>", "the SharePoint site, if not the one in the settings")
    .option("--settings <file>", "a file of settings")
    .action(async (options: CheckOptions) => {
      const site = siteOfApp(options);
      const checked = await checkPlan(
        {
          plans: new SharePointPlanStore(site),
          members: (agencies) => peopleOfAgencies(site, agencies),
          today: dayOf(new Date()),
        },
        { planId: options.plan },
      );
      process.stderr.write(ownClosingsAsText(checked));
      process.stdout.write(
        options.json
          ? `${JSON.stringify(findingsAsJson(checked), undefined, 2)}\n`
          : findingsAsText(checked),
      );
    });
}

/** One line of `check --json`; `action` is the action's own words, null where the whole recommendation is meant. */
interface FindingLine {
  readonly check: string;
  readonly ref: string;
  readonly agency: string;
  readonly action: string | null;
  readonly says: string;
  readonly asks: string;
  readonly weight: string;
}

export function findingsAsJson({ open, findings }: CheckedPlan): readonly FindingLine[] {
  const texts = new Map(open.actions.map(({ id, text }) => [id, text]));
  return findings.map(({ check, ref, agency, actionId, says, asks, weight }) => {
    const action = (actionId !== undefined && texts.get(actionId)) || null;
    return { check, ref, agency, action, says, asks, weight };
  });
}

export function findingsAsText({ open, findings }: CheckedPlan): string {
  const { title, settings } = open.plan;
  const off = checks.filter(({ id }) => settings?.checks?.[id]?.off).map(({ id }) => id);
  const strong = findings.filter(({ weight }) => weight === "strong").length;
  const titles = new Map(checks.map(({ id, title: name }) => [id, name]));
  return [
    `"${title}": ${counted(findings.length, "finding")}, ${strong} of them strong.`,
    ...(off.length > 0 ? [`Switched off for this plan: ${off.join(", ")}.`] : []),
    ...findings.map(({ check, ref, agency, says, asks, weight }) =>
      [
        "",
        `${ref}  ${titles.get(check) ?? check}${weight === "strong" ? " (strong)" : ""}`,
        `  ${says}`,
        `  To ${agency || "nobody named"}: ${asks}`,
      ].join("\n"),
    ),
    "",
  ].join("\n");
}

/** No finding to be asked about, but a rule of the group that was broken: it is told apart from the findings. */
function ownClosingsAsText({ ownClosings }: CheckedPlan): string {
  return ownClosings
    .map(
      ({ action, decision, person }) =>
        `Closed on ${formatDate(dayOf(decision.created))} by ${person.name}, who speaks for one of its agencies: ${action.text}\n`,
    )
    .join("");
}
