import * as z from "zod/mini";
import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { byCreatedThenId } from "#plan/fold.ts";
import type { Entry } from "#plan/record.ts";
import type { NewUpdate, RecordStore } from "#usecases/ports.ts";
import { isDuplicateValue, rethrow } from "./errors.ts";
import { formValues, statementValues, type Values } from "./form-values.ts";
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

const ownItem = z.array(z.object({ Id: z.number(), ActionId: z.number() }));

const key = z.string().check(z.regex(/^[0-9a-f-]{36}$/i));

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

  async append(update: NewUpdate): Promise<{ readonly id: number }> {
    return this.#append(update).catch(rethrow(`add to the record of ${update.agency.shortName}`));
  }

  /** One request; only where the key stands already, a second one that finds the item which an earlier try wrote. */
  async #append(update: NewUpdate): Promise<{ readonly id: number }> {
    const folder = `${this.#site.path}/Lists/Updates/${update.agency.folder}`;
    try {
      const updates = this.#site.sp.web.lists.getByTitle("Updates");
      const fields = written.parse(
        await updates.addValidateUpdateItemUsingPath(formValues(valuesOf(update)), folder),
      );
      const refused = fields.filter(({ HasException }) => HasException);
      if (refused.some(({ FieldName }) => FieldName === "Key"))
        return await this.#alreadyWritten(update);
      if (refused.length > 0) throw refusal(refused);
      return { id: idOf(fields) };
    } catch (cause) {
      if (isDuplicateValue(cause)) return this.#alreadyWritten(update);
      throw cause;
    }
  }

  async #alreadyWritten(update: NewUpdate): Promise<{ readonly id: number }> {
    const found = ownItem.parse(
      await this.#site.sp.web.lists
        .getByTitle("Updates")
        .items.filter(`Key eq '${key.parse(update.key)}'`)
        .select("Id", "ActionId")(),
    );
    const item = found.find(({ ActionId }) => ActionId === update.actionId);
    if (!item)
      throw new NotAllowedError(
        "This was saved before as something else. Reload, and say it again.",
      );
    return { id: item.Id };
  }
}

function valuesOf(update: NewUpdate): Values {
  return {
    Title: update.agency.shortName,
    Key: key.parse(update.key),
    PlanId: whole(update.planId),
    ActionId: whole(update.actionId),
    ...statementValues(update),
  };
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
