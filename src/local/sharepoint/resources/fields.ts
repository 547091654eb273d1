import { z } from "zod";
import { argumentInvalid, fieldMissing, nameExists, refused } from "../errors.ts";
import { fieldEntity } from "../entities/field-entity.ts";
import {
  fieldChange,
  readFieldChange,
  readFieldJson,
  type FieldChange,
} from "../fields/field-json.ts";
import { checkFormulas } from "../fields/check-formulas.ts";
import { readFieldXml } from "../fields/field-xml.ts";
import { isLookup, isMany } from "../fields/field-types.ts";
import { internalNameOf, type Field, type NewField } from "../fields/field.ts";
import { recalculate } from "../items/formula-columns.ts";
import { parseBody, readBody, type ApiRequest } from "../http/request.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { done, value, type Answer, type Entity } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import { structureChanged, type Session } from "../session.ts";
import { changeType, recordChange } from "../store/changes.ts";
import { fieldByNameOrTitle, type List } from "../store/list.ts";
import { deleteField, insertField, updateField } from "../store/list-store.ts";
import { dependentLookup } from "./dependent-lookup.ts";
import { entityResource, type Resource } from "./resource.ts";
import { showSteps } from "./show-in-forms.ts";
import { cultureSteps } from "./words-of-culture.ts";

const uniqueKinds = /^(?:Text|Number|Currency|DateTime|Choice|User|Lookup|Integer)$/;

export function fieldsResource(session: Session, list: List, segment: Segment): Resource {
  if (hasArguments(segment)) return fieldResource(session, list, byId(list, textArgument(segment)));
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.Fields",
      entities: all(list),
    }),
    post: (request) => add(session, list, readFieldJson(readBody(request))),
    steps: {
      addfield: () => ({
        post: (request) => {
          const { parameters } = parseBody(z.object({ parameters: z.looseObject({}) }), request);
          return add(session, list, readFieldJson(parameters));
        },
      }),
      adddependentlookupfield: (step) => ({
        post: () => add(session, list, dependentLookup(list.fields, step)),
      }),
      createfieldasxml: () => ({ post: (request) => addXml(session, list, request) }),
      getbyinternalnameortitle: (step) => {
        const name = textArgument(step, "strname");
        return fieldResource(session, list, fieldByNameOrTitle(list, name), name);
      },
      getbytitle: (step) => {
        const title = textArgument(step, "title");
        const field = list.fields.find((candidate) => candidate.title === title);
        return fieldResource(session, list, field, title);
      },
      getbyid: (step) => fieldResource(session, list, byId(list, textArgument(step, "id"))),
    },
  };
}

function all(list: List): Entity[] {
  return list.fields.map((field) => fieldEntity(list, field));
}

function byId(list: List, id: string): Field | undefined {
  const wanted = id.replace(/^\{|\}$/g, "").toLowerCase();
  return list.fields.find((field) => field.id === wanted);
}

function fieldResource(
  session: Session,
  list: List,
  field: Field | undefined,
  asked = "",
): Resource {
  if (!field) throw fieldMissing(asked);
  return entityResource(() => fieldEntity(list, field), {
    merge: (request) =>
      update(session, list, field, readFieldChange(parseBody(fieldChange, request))),
    delete: () => remove(session, list, field),
    steps: {
      ...showSteps((settings) => update(session, list, field, { settings })),
      enableindex: () => indexing(session, list, field, true),
      disableindex: () => indexing(session, list, field, false),
      ...cultureSteps({
        title: () => field.title,
        description: () => field.settings.description,
      }),
    },
  });
}

function indexing(session: Session, list: List, field: Field, indexed: boolean): Resource {
  return {
    post: () => {
      update(session, list, field, { indexed, settings: {} });
      return value(indexed ? "EnableIndex" : "DisableIndex", "Edm.Boolean", true);
    },
  };
}

function addXml(session: Session, list: List, request: ApiRequest): Answer {
  const body = z.object({ parameters: z.object({ SchemaXml: z.string().max(100_000) }) });
  const { parameters } = parseBody(body, request);
  return add(session, list, readFieldXml(parameters.SchemaXml));
}

function add(session: Session, list: List, wanted: NewField): Answer {
  session.access.require(list.scope, right.manageLists);
  const field = { ...wanted, name: freeName(list, wanted) };
  checkField(session, list, field);
  const id = insertField(session.database, list, field);
  const created = fresh(session, list, id);
  recalculate(session, session.catalogue.byNumber(list.number), created);
  log(session, list, id, changeType.add);
  return { kind: "entity", entity: fieldEntity(list, created), status: 201 };
}

function checkField(session: Session, list: List, field: NewField): void {
  checkFormulas(list, field);
  if (field.unique && (!uniqueKinds.test(field.type) || isMany(field.type)))
    throw refused(`A field of the type ${field.type} cannot enforce unique values.`);
  if (!isLookup(field.type)) return;
  const target = session.catalogue.byId(field.settings.lookupList ?? "");
  if (!target) throw argumentInvalid("The list that the lookup looks into does not exist.");
}

function freeName(list: List, field: NewField): string {
  if (field.id !== undefined && byId(list, field.id)) throw nameExists(field.name);
  const taken = new Set(list.fields.map(({ name }) => name.toLowerCase()));
  const name = internalNameOf(field.name);
  for (let counter = -1; ; counter++) {
    const candidate = counter < 0 ? name : `${name}${counter}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function update(session: Session, list: List, field: Field, change: FieldChange): Answer {
  session.access.require(list.scope, right.manageLists);
  checkField(session, list, {
    ...field,
    ...change,
    settings: { ...field.settings, ...change.settings },
  });
  try {
    updateField(session.database, list, field, change);
  } catch (error) {
    if (!/UNIQUE constraint failed/.test(error instanceof Error ? error.message : "")) throw error;
    throw refused(`The field ${field.title} holds values twice; it cannot enforce unique ones.`);
  }
  const changed = fresh(session, list, field.id);
  recalculate(session, session.catalogue.byNumber(list.number), changed);
  log(session, list, field.id, changeType.update);
  return { kind: "nothing", status: 204 };
}

function remove(session: Session, list: List, field: Field): Answer {
  session.access.require(list.scope, right.manageLists);
  if (field.builtIn) throw refused(`The field ${field.title} cannot be deleted.`);
  const dependent = list.fields.find(({ settings }) => settings.primaryField === field.id);
  if (dependent) throw refused(`The field ${dependent.title} depends on ${field.title}.`);
  deleteField(session.database, list, field);
  structureChanged(session);
  log(session, list, field.id, changeType.delete);
  return done;
}

function fresh(session: Session, list: List, id: string): Field {
  structureChanged(session);
  const field = byId(session.catalogue.byNumber(list.number), id);
  if (!field) throw fieldMissing(id);
  return field;
}

function log(
  { database, instant }: Session,
  list: List,
  guid: string,
  action: (typeof changeType)["add" | "update" | "delete"],
): void {
  recordChange(database, { at: instant, object: "field", action, list, guid });
}
