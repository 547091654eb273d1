import { z } from "zod";
import { siteHome } from "../entities/content-type-entity.ts";
import { fieldEntity } from "../entities/field-entity.ts";
import { fieldMissing, nameExists, refused } from "../errors.ts";
import { fieldChange, readFieldChange, readFieldJson } from "../fields/field-json.ts";
import { readFieldXml } from "../fields/field-xml.ts";
import { internalNameOf, type Field, type NewField } from "../fields/field.ts";
import { parseBody, readBody } from "../http/request.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer, type Entity } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import {
  deleteSiteColumn,
  insertSiteColumn,
  siteColumns,
  updateSiteColumn,
} from "../store/site-columns.ts";
import { dependentLookup } from "./dependent-lookup.ts";
import { entityResource, type Resource } from "./resource.ts";
import { showSteps } from "./show-in-forms.ts";

const xmlBody = z.object({ parameters: z.object({ SchemaXml: z.string().max(100_000) }) });

/** Columns of the site itself: a stock of definitions, which hold nothing until a list has them. */
export function siteColumnsResource(session: Session, segment: Segment): Resource {
  const find = (asked: string, matches: (field: Field) => boolean) => {
    const field = siteColumns(session.database).find(matches);
    if (!field) throw fieldMissing(asked);
    return columnResource(session, field);
  };
  const byId = (step: Segment) => {
    const id = textArgument(step, "id").replaceAll(/[{}]/g, "").toLowerCase();
    return find(id, (field) => field.id === id);
  };
  if (hasArguments(segment)) return byId(segment);
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.Fields",
      entities: siteColumns(session.database).map((field) => entityOf(session, field)),
    }),
    post: (request) => add(session, readFieldJson(readBody(request))),
    steps: {
      addfield: () => ({
        post: (request) => {
          const { parameters } = parseBody(z.object({ parameters: z.looseObject({}) }), request);
          return add(session, readFieldJson(parameters));
        },
      }),
      createfieldasxml: () => ({
        post: (request) =>
          add(session, readFieldXml(parseBody(xmlBody, request).parameters.SchemaXml)),
      }),
      adddependentlookupfield: (step) => ({
        post: () => add(session, dependentLookup(siteColumns(session.database), step)),
      }),
      getbyid: byId,
      getbytitle: (step) => {
        const title = textArgument(step, "title");
        return find(title, (field) => field.title === title);
      },
      getbyinternalnameortitle: (step) => {
        const name = textArgument(step, "strname");
        return find(name, (field) => field.name === name || field.title === name);
      },
    },
  };
}

function columnResource(session: Session, field: Field): Resource {
  const change = (next: Field): Answer => {
    mayChange(session, field);
    updateSiteColumn(session.database, next);
    return { kind: "nothing", status: 204 };
  };
  return entityResource(() => entityOf(session, field), {
    merge: (request) => {
      const { settings, ...rest } = readFieldChange(parseBody(fieldChange, request));
      return change({ ...field, ...rest, settings: { ...field.settings, ...settings } });
    },
    delete: () => {
      mayChange(session, field);
      deleteSiteColumn(session.database, field);
      return done;
    },
    steps: showSteps((settings) =>
      change({ ...field, settings: { ...field.settings, ...settings } }),
    ),
  });
}

function add(session: Session, wanted: NewField): Answer {
  session.access.require(session.site.scope, right.manageLists);
  const known = siteColumns(session.database);
  if (known.some(({ id }) => id === wanted.id)) throw nameExists(wanted.name);
  const taken = new Set(known.map(({ name }) => name.toLowerCase()));
  const name = internalNameOf(wanted.name);
  let free = name;
  for (let counter = 0; taken.has(free.toLowerCase()); counter++) free = `${name}${counter}`;
  const id = insertSiteColumn(session.database, { ...wanted, name: free });
  const field = siteColumns(session.database).find((candidate) => candidate.id === id);
  if (!field) throw fieldMissing(free);
  return { kind: "entity", entity: entityOf(session, field), status: 201 };
}

function entityOf(session: Session, field: Field): Entity {
  return fieldEntity(siteHome(session), field);
}

function mayChange({ access, site }: Session, field: Field): void {
  access.require(site.scope, right.manageLists);
  if (field.builtIn) throw refused(`The field ${field.title} cannot be changed.`);
}
