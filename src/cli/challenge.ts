import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { RefusedError } from "#plan/errors.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Me } from "#plan/permissions.ts";
import { counted } from "#plan/words.ts";
import { readInThread } from "#documents/read-in-thread.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import { SharePointRecordStore } from "#sharepoint/record-store.ts";
import {
  importQuestions,
  type QuestionLeft,
  questionsOfPaper,
  type QuestionsOfPaper,
} from "#usecases/import-questions.ts";
import type { OpenPlan, PlanStore } from "#usecases/ports/plans.ts";
import { progressLine } from "./progress-line.ts";
import { anywayOption, toDate, toId } from "./plan-options.ts";
import { type SiteChoice, siteOfApp } from "./site-of-app.ts";

interface ChallengeOptions extends SiteChoice {
  readonly from: string;
  readonly due?: IsoDate;
  readonly plan?: number;
  readonly dryRun?: boolean;
  readonly anyway?: boolean;
}

/** `action-plan challenge --from FILE`: puts a scrutiny paper's questions to the agencies. */
export function challengeCommand(): Command {
  return new Command("challenge")
    .description(
      "Put the questions of a scrutiny paper to the agencies. Again, and only what is new is put.",
    )
    .requiredOption("--from <file>", "the paper: Word, PDF, text, Markdown or HTML")
    .option("--due <date>", "by when they are to answer, as 2026-12-31", toDate)
    .option("--plan <id>", "which plan, if not the newest", toId)
    .option("--dry-run", "say what would be put, and put nothing")
    .option(...anywayOption)
    .option("--site <url>", "the SharePoint site, if not the one in the settings")
    .option("--settings <file>", "a file of settings")
    .action(async (options: ChallengeOptions) => {
      const { kind, questions } = await readInThread(await bytesOf(options.from));
      if (kind !== "questions")
        throw new RefusedError(
          `${options.from} was read as a ${kind}, not as a paper of questions.`,
        );
      const site = siteOfApp(options);
      const open = await openPlan(new SharePointPlanStore(site), options.plan);
      const paper = await questionsOfPaper(open, questions);
      process.stderr.write(leftReport(paper.left));
      if (options.dryRun) {
        process.stdout.write(dryReport(paper));
        return;
      }
      const progress = progressLine(process.stderr);
      const { put } = await importQuestions(
        { record: new SharePointRecordStore(site) },
        {
          open: { ...open, me: asGroup(open.me) },
          toPut: paper.toPut,
          due: options.due,
          sure: options.anyway,
        },
        ({ done, of }) => progress.show(`${done} of ${of} questions`),
      ).finally(() => progress.end());
      process.stdout.write(putReport(paper, put));
    });
}

/** Whoever runs a command with the app's certificate does so for the group; the record names the app as who asked. */
function asGroup(me: Me): Me {
  return { ...me, roles: ["challenge"] };
}

async function openPlan(
  plans: Pick<PlanStore, "open" | "openNewest">,
  planId: number | undefined,
): Promise<OpenPlan> {
  const open = planId === undefined ? (await plans.openNewest())?.open : await plans.open(planId);
  if (!open) throw new RefusedError("This site has no plan yet. Import one first.");
  return open;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  return new Uint8Array(
    await readFile(file).catch((cause: unknown) => {
      throw new RefusedError(`${file} can't be read. Is the name right?`, { cause });
    }),
  );
}

function leftReport(left: readonly QuestionLeft[]): string {
  return left
    .map(({ question: { agency, text }, why }) => {
      const [first = ""] = text.split("\n");
      return `Left: ${agency ?? "no agency"}, “${first.slice(0, 80)}”. ${why}\n`;
    })
    .join("");
}

function dryReport({ toPut }: QuestionsOfPaper): string {
  const lines = toPut.map(
    ({ recommendation, agency, question, isPut }) =>
      `${recommendation.ref}  ${agency.shortName}${isPut ? " (put before)" : ""}: ${question.replaceAll("\n", " ")}\n`,
  );
  const fresh = toPut.filter(({ isPut }) => !isPut).length;
  return `${lines.join("")}Would put ${counted(fresh, "question")}. Nothing was put.\n`;
}

function putReport({ toPut, left }: QuestionsOfPaper, put: number): string {
  const before = toPut.length - put;
  const parts = [
    `Put ${counted(put, "question")} to the agencies`,
    ...(before > 0 ? [`${before} put before`] : []),
    ...(left.length > 0 ? [`${left.length} of the paper are left for somebody to decide on`] : []),
  ];
  return `${parts.join("; ")}.\n`;
}
