import { z } from "zod";
import { DuplicateValuesError, ValidationFailedError } from "../errors.ts";
import { checkIn, checkInType } from "../files/check-in.ts";
import { ownCheckOut } from "../files/checked-out.ts";
import { checkName } from "../files/check-name.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import {
  formValues,
  missingRequired,
  requiredMessage,
  valuesFromForm,
  type FormResult,
} from "../items/values-from-form.ts";
import { giveType } from "../items/item-type.ts";
import type { Values } from "../items/values-from-json.ts";
import { insertItem, updateItem } from "../items/write-item.ts";
import { approvalWanted } from "../items/approval.ts";
import { Complex, value, type Answer } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import { scopeOfFolder } from "../permissions/securable.ts";
import { itemRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";
import { existingFolder } from "./existing-folder.ts";
import { matchEtag } from "./match-etag.ts";

const path = z.object({ DecodedUrl: z.string() }).nullish();
const newItem = z.object({
  listItemCreateInfo: z
    .object({ FolderPath: path, LeafName: path, UnderlyingObjectType: z.number().nullish() })
    .nullish(),
  formValues,
  bNewDocumentUpdate: z.boolean().default(false),
  checkInComment: z.string().nullish(),
});
const changedItem = z.object({
  formValues,
  bNewDocumentUpdate: z.boolean().default(false),
  checkInComment: z.string().nullish(),
});

/** `AddValidateUpdateItemUsingPath`: adds one item to a folder, or tells beside each field what is wrong. */
export function addByForm(session: Session, list: List, request: ApiRequest): Answer {
  const body = parseBody(newItem, request);
  const info = body.listItemCreateInfo;
  const folder = existingFolder(session, list, info?.FolderPath?.DecodedUrl ?? list.root);
  session.access.require(scopeOfFolder(session, list, folder), right.addListItems);
  const form = valuesFromForm(session, list, body.formValues, body.bNewDocumentUpdate);
  const kind = info?.UnderlyingObjectType === 1 ? 1 : 0;
  const missing = kind === 1 ? [] : missingFields(list, form.values, form.results);
  const results = [...form.results, ...missing];
  const leaf = info?.LeafName?.DecodedUrl;
  if (leaf !== undefined) checkName(leaf);
  const approval = approvalWanted(session, list, form.status);
  return told("AddValidateUpdateItemUsingPath", results, () => {
    const id = insertItem(session, list, {
      values: withoutLeaf(form.values),
      folder,
      kind,
      approval,
      ...(body.checkInComment ? { comment: body.checkInComment } : {}),
      ...(leaf === undefined || kind === 0 ? {} : { leaf }),
    });
    giveType(session, list, { id, kind }, form.type);
    return id;
  });
}

/** `ValidateUpdateListItem`: changes one item, or tells beside each field what is wrong. */
export function updateByForm(session: Session, list: List, row: Row, request: ApiRequest): Answer {
  requireWrite(session, list, row, right.editListItems);
  matchEtag(row, request);
  const body = parseBody(changedItem, request);
  const form = valuesFromForm(session, list, body.formValues, body.bNewDocumentUpdate);
  const approval = approvalWanted(session, list, form.status);
  return told("ValidateUpdateListItem", form.results, () => {
    updateItem(session, list, row, {
      values: form.values,
      system: body.bNewDocumentUpdate,
      approval,
      ...(body.checkInComment ? { comment: body.checkInComment } : {}),
    });
    giveType(session, list, row, form.type);
    if (body.bNewDocumentUpdate) checkInUpload(session, list, row, body.checkInComment);
    return number(row, "id");
  });
}

/** A file that was checked out to be uploaded again comes back with the form, where that says what to note down. */
function checkInUpload(
  session: Session,
  list: List,
  row: Row,
  comment: string | null | undefined,
): void {
  const now = itemRow(session, list, number(row, "id"));
  if (typeof comment !== "string" || !now || !ownCheckOut(session, list, now)) return;
  const type = list.settings.enableMinorVersions ? checkInType.minor : checkInType.major;
  checkIn(session, list, now, { type, comment });
}

/** Writes where nothing was refused. Values that are there already, or fail a validation, are told beside their field, too. */
function told(name: string, results: readonly FormResult[], write: () => number): Answer {
  if (results.some(({ error }) => error)) return formAnswer(name, results);
  try {
    return formAnswer(name, results, write());
  } catch (error) {
    if (!(error instanceof DuplicateValuesError || error instanceof ValidationFailedError))
      throw error;
    const named = error.fields.map((field) => field.name);
    // What the list as a whole does not let through is told beside the first field that was sent.
    const first = results.slice(0, 1).map((result) => result.name);
    const meant = new Set(named.length > 0 ? named : first);
    if (!results.some((result) => meant.has(result.name))) throw error;
    const refusal = { code: Number.parseInt(error.code, 10), message: error.message };
    const refused = results.map((result) =>
      meant.has(result.name) ? { ...result, error: refusal } : result,
    );
    return formAnswer(name, refused);
  }
}

function formAnswer(name: string, results: readonly FormResult[], id?: number): Answer {
  const values = results.map((result) => resultValue(result, id ?? 0));
  if (id !== undefined && name.startsWith("Add"))
    values.push(resultValue({ name: "Id", value: String(id) }, id));
  return value(name, "Collection(SP.ListItemFormUpdateValue)", values);
}

function resultValue({ name, value: sent, error }: FormResult, id: number): Complex {
  return new Complex("SP.ListItemFormUpdateValue", {
    ErrorCode: error?.code ?? 0,
    ErrorMessage: error?.message ?? null,
    FieldName: name,
    FieldValue: sent,
    HasException: error !== undefined,
    ItemId: id,
  });
}

function missingFields(list: List, values: Values, results: readonly FormResult[]): FormResult[] {
  const answered = new Set(results.map(({ name }) => name));
  return missingRequired(list, values)
    .filter((field) => !answered.has(field.name))
    .map((field) => ({
      name: field.name,
      value: null,
      error: { code: -2146232832, message: requiredMessage },
    }));
}

function withoutLeaf(values: Values): Values {
  return new Map([...values].filter(([field]) => field.name !== "FileLeafRef"));
}
