import * as z from "zod/mini";
import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { byCreatedThenId } from "#plan/fold.ts";
import type { Entry } from "#plan/record.ts";
import type { NewChallenge, NewDecision, NewUpdate, RecordStore } from "#usecases/ports.ts";
import { isDuplicateValue, rethrow } from "./errors.ts";
import {
  challengeValues,
  decisionValues,
  formValues,
  statementValues,
  type Values,
} from "./form-values.ts";
import { whole } from "./plan-store.ts";
import { inOneBatch, recordOf } from "./queries.ts";
import type { Site } from "./site.ts";

const written = z.array(
  z.object({
    FieldName: z.nullable(z.string()),
    FieldValue: z.optional(z.nullable(z.string())),
    HasException: z.boolean(),
    ErrorMessage: z.optional(z.nullable(z.string())),
    ItemId: z.optional(z.nullable(z.number())),
  }),
);

const ownItem = z.array(z.record(z.string(), z.unknown()));

const key = z.string().check(z.regex(/^[0-9a-f-]{36}$/i));

type AppendList = "Updates" | "Challenges" | "Decisions";

/** What was said, in lists that SharePoint lets people add to and nothing else. */
export class SharePointRecordStore implements RecordStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async forAction(actionId: number): Promise<readonly Entry[]> {
    const { record } = await inOneBatch(this.#site, (sp) => ({
      record: recordOf(sp, `ActionId eq ${whole(actionId)}`, true),
    })).catch(rethrow("read the record of this action"));
    return record.toSorted(byCreatedThenId);
  }

  async ofChallenges(planId: number): Promise<readonly Entry[]> {
    const ofPlan = `PlanId eq ${whole(planId)}`;
    const { record } = await inOneBatch(this.#site, (sp) => ({
      record: recordOf(sp, { about: `${ofPlan} and ChallengeId gt 0`, challenges: ofPlan }, true),
    })).catch(rethrow("read the challenges of this plan"));
    return record.toSorted(byCreatedThenId);
  }

  async append(update: NewUpdate): Promise<{ readonly id: number }> {
    const { shortName, folder } = update.agency;
    const said = { ...statementValues(update), ActionId: whole(update.actionId) };
    return this.#append("Updates", folder, { ...stated(update, shortName), ...said }).catch(
      rethrow(`add to the record of ${shortName}`),
    );
  }

  async challenge(challenge: NewChallenge): Promise<{ readonly id: number }> {
    const put = { ...stated(challenge, challenge.agency), ...challengeValues(challenge) };
    return this.#append("Challenges", "", put).catch(
      rethrow(`put a question to ${challenge.agency}`),
    );
  }

  async decide(decision: NewDecision): Promise<{ readonly id: number }> {
    const agreed = { ...stated(decision, decision.kind), ...decisionValues(decision) };
    return this.#append("Decisions", "", agreed).catch(rethrow("record what the group agreed"));
  }

  /** One request; only where the key stands already, a second one that finds the item which an earlier try wrote. */
  async #append(
    list: AppendList,
    folder: string,
    values: Values,
  ): Promise<{ readonly id: number }> {
    const path = [this.#site.path, "Lists", list, folder].filter(Boolean).join("/");
    try {
      const items = this.#site.sp.web.lists.getByTitle(list);
      const fields = written.parse(
        await items.addValidateUpdateItemUsingPath(formValues(values), path),
      );
      const refused = fields.filter(({ HasException }) => HasException);
      if (refused.some(({ FieldName }) => FieldName === "Key"))
        return await this.#alreadyWritten(list, values);
      if (refused.length > 0) throw refusal(refused);
      return { id: idOf(fields) };
    } catch (cause) {
      if (isDuplicateValue(cause)) return this.#alreadyWritten(list, values);
      throw cause;
    }
  }

  async #alreadyWritten(list: AppendList, values: Values): Promise<{ readonly id: number }> {
    const found = ownItem.parse(
      await this.#site.sp.web.lists
        .getByTitle(list)
        .items.filter(`Key eq '${key.parse(values["Key"])}'`)
        .select("Id", ...about)(),
    );
    const item = found.find((row) =>
      about.every((name) => (row[name] || 0) === (values[name] ?? 0)),
    );
    const id = z.safeParse(z.object({ Id: z.number() }), item);
    if (!id.success)
      throw new NotAllowedError(
        "This was saved before as something else. Reload, and say it again.",
      );
    return { id: id.data.Id };
  }
}

/** What tells an item that an earlier try wrote from one that somebody else wrote with the same key. */
const about = ["PlanId", "ActionId"] as const;

function stated(said: { readonly key: string; readonly planId: number }, title: string): Values {
  return { Title: title, Key: key.parse(said.key), PlanId: whole(said.planId) };
}

function idOf(fields: z.infer<typeof written>): number {
  const id = fields
    .map(
      ({ ItemId, FieldName, FieldValue }) =>
        ItemId || (FieldName === "Id" ? Number(FieldValue) : 0),
    )
    .find(Boolean);
  if (!id) throw new RangeError("SharePoint took the update and did not say which item it became.");
  return id;
}

function refusal(fields: z.infer<typeof written>): RefusedError {
  const reasons = fields.map(
    ({ FieldName, ErrorMessage }) => `${FieldName}: ${ErrorMessage ?? "refused"}`,
  );
  return new RefusedError(`SharePoint did not accept ${reasons.join("; ")}. Nothing was saved.`);
}
