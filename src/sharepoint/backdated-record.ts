import * as v from "valibot";
import type { IsoInstant } from "#plan/iso-date.ts";
import type { Challenge, Decision, Update } from "#plan/record.ts";
import { rethrow } from "./errors.ts";
import { decisionValues, formValues, statementValues, type Values } from "./form-values.ts";
import { whole } from "./whole.ts";
import { inOneBatch, rowsOf } from "./queries.ts";
import type { Site } from "./site.ts";
import { finite } from "./row.ts";

interface Backdated {
  readonly key: string;
  readonly planId: number;
  readonly actionId: number;
  readonly created: IsoInstant;
  /** SharePoint login name of who said it; the app itself where absent. */
  readonly author: string | undefined;
}

export type BackdatedUpdate = Backdated &
  Pick<Update, "kind" | "rating" | "note" | "evidence" | "revisedDate" | "challengeId"> & {
    readonly folder: string;
    readonly agency: string;
  };
export type BackdatedDecision = Backdated &
  Pick<Decision, "recommendationId" | "kind" | "rating" | "date" | "reason" | "checkOn">;
export type BackdatedChallenge = Backdated &
  Pick<Challenge, "recommendationId" | "agency" | "question" | "source" | "due">;

type RecordList = "Updates" | "Decisions" | "Challenges";

interface Line {
  readonly folder?: string;
  readonly values: Values;
}

const answered = v.array(
  v.object({
    FieldName: v.nullable(v.string()),
    HasException: v.boolean(),
    ErrorMessage: v.nullish(v.string()),
  }),
);
const keyRow = v.object({ Id: finite, Key: v.string() });

const linesABatch = 50;

/**
 * Writes a record with the dates and authors that it had elsewhere: for the sample plan, and for moving in. SharePoint
 * lets nobody do this but who manages its lists, so it is no way for an agency to say something "last month". Lines
 * whose key stands already are left. Gives the item of each key.
 */
export class BackdatedRecord {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  updates(
    planId: number,
    updates: readonly BackdatedUpdate[],
  ): Promise<ReadonlyMap<string, number>> {
    return this.#write(
      "Updates",
      planId,
      updates.map((update) => ({
        folder: update.folder,
        values: {
          ...told(update),
          Title: update.agency,
          ...statementValues(update),
        },
      })),
    );
  }

  decisions(
    planId: number,
    decisions: readonly BackdatedDecision[],
  ): Promise<ReadonlyMap<string, number>> {
    return this.#write(
      "Decisions",
      planId,
      decisions.map((decision) => ({
        values: {
          ...told(decision),
          Title: decision.kind,
          ...decisionValues(decision),
        },
      })),
    );
  }

  challenges(
    planId: number,
    challenges: readonly BackdatedChallenge[],
  ): Promise<ReadonlyMap<string, number>> {
    return this.#write(
      "Challenges",
      planId,
      challenges.map((challenge) => ({
        values: {
          ...told(challenge),
          Title: challenge.agency,
          RecommendationId: challenge.recommendationId,
          Agency: challenge.agency,
          Question: challenge.question,
          Source: challenge.source,
          Due: challenge.due,
        },
      })),
    );
  }

  async #write(
    list: RecordList,
    planId: number,
    lines: readonly Line[],
  ): Promise<ReadonlyMap<string, number>> {
    const there = await this.#keys(list, planId);
    const missing = lines.filter(({ values }) => !there.has(String(values["Key"])));
    for (let from = 0; from < missing.length; from += linesABatch) {
      await this.#add(list, missing.slice(from, from + linesABatch)).catch(
        rethrow(`write the record into "${list}"`),
      );
    }
    return missing.length > 0 ? this.#keys(list, planId) : there;
  }

  async #add(list: RecordList, lines: readonly Line[]): Promise<void> {
    const answers = await inOneBatch(this.#site, (sp) => {
      const target = sp.web.lists.getByTitle(list);
      const root = `${this.#site.path}/Lists/${list}`;
      return lines.map(({ folder, values }) =>
        target.addValidateUpdateItemUsingPath(
          formValues(values),
          folder ? `${root}/${folder}` : root,
          true,
        ),
      );
    });
    for (const answer of answers) {
      const refused = v.parse(answered, answer).find(({ HasException }) => HasException);
      if (refused)
        throw new RangeError(
          `SharePoint refused ${refused.FieldName ?? "a line"} of "${list}": ${refused.ErrorMessage ?? ""}`,
        );
    }
  }

  async #keys(list: RecordList, planId: number): Promise<ReadonlyMap<string, number>> {
    const rows = await rowsOf(this.#site.sp, list, ["Id", "Key"], `PlanId eq ${whole(planId)}`);
    return new Map(rows.map((row) => v.parse(keyRow, row)).map(({ Id, Key }) => [Key, Id]));
  }
}

function told({ key, planId, actionId, created, author }: Backdated) {
  const person = author === undefined ? undefined : JSON.stringify([{ Key: author }]);
  return {
    Key: key,
    PlanId: planId,
    ActionId: actionId,
    Created: created,
    Modified: created,
    Author: person,
    Editor: person,
  };
}
