import type { Field } from "../fields/field.ts";
import { Complex, type Entity } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { siteColumns } from "../store/site-columns.ts";
import { listTypes, parentType, siteTypes } from "../store/content-types.ts";
import type { ContentType } from "../store/stock-types.ts";
import type { List } from "../store/list.ts";
import { writeElement } from "../xml/xml-tree.ts";
import { fieldEntity } from "./field-entity.ts";

/** What is the same for every content type here. */
const fixed = {
  ClientFormCustomFormatter: "",
  DisplayFormClientSideComponentId: "",
  DisplayFormClientSideComponentProperties: "",
  DisplayFormTarget: 0,
  DisplayFormTemplateName: "ListForm",
  DisplayFormUrl: "",
  DocumentTemplate: "",
  DocumentTemplateUrl: "",
  EditFormClientSideComponentId: "",
  EditFormClientSideComponentProperties: "",
  EditFormTarget: 0,
  EditFormTemplateName: "ListForm",
  EditFormUrl: "",
  JSLink: "",
  MobileDisplayFormUrl: "",
  MobileEditFormUrl: "",
  MobileNewFormUrl: "",
  NewFormClientSideComponentId: null,
  NewFormClientSideComponentProperties: "",
  NewFormTarget: 0,
  NewFormTemplateName: "ListForm",
  NewFormUrl: "",
} as const;

export function contentTypeEntity(
  session: Session,
  list: List | undefined,
  type: ContentType,
): Entity {
  const path = typeAddress(list, type);
  return {
    type: "SP.ContentType",
    path,
    properties: {
      ...fixed,
      Description: type.description,
      Group: type.group,
      Hidden: type.hidden,
      Id: new Complex("SP.ContentTypeId", { StringValue: type.id }),
      Name: type.name,
      ReadOnly: type.readOnly,
      SchemaXml: writeElement("ContentType", {
        ID: type.id,
        Name: type.name,
        Group: type.group,
        Description: type.description,
      }),
      Scope: list?.root ?? session.site.path,
      Sealed: type.sealed,
      StringId: type.id,
    },
    links: {
      FieldLinks: () =>
        fieldLinks(session, list, type).map((linked) => fieldLinkEntity(path, linked)),
      Fields: () =>
        fieldLinks(session, list, type).map(({ field }) =>
          fieldEntity(list ?? siteHome(session), field),
        ),
      Parent: () => {
        const types = siteTypes(session.database);
        const parent = parentType(types, type.id) ?? types.find(({ id }) => id === type.id);
        return parent ? contentTypeEntity(session, undefined, parent) : null;
      },
      WorkflowAssociations: () => [],
    },
  };
}

export function contentTypeName(database: Session["database"], list: List, id: string): string {
  return listTypes(database, list).find((type) => type.id === id)?.name ?? "";
}

/** Where columns live that belong to no list. */
export function siteHome({ site }: Session) {
  return { id: site.webId, root: site.path, columnsPath: "Web/Fields" };
}

/** A column of a content type, and what the type says of it. */
export interface LinkedField {
  readonly field: Field;
  readonly required: boolean;
  readonly hidden: boolean;
}

/** Items have a title; documents and folders a name besides; then come the columns that were linked. */
export function fieldLinks(
  { database }: Pick<Session, "database">,
  list: List | undefined,
  { id, links }: ContentType,
): LinkedField[] {
  const names = /^0x01(?:01|20)/.test(id)
    ? ["ContentType", "FileLeafRef", "Title"]
    : ["ContentType", "Title"];
  const known = list?.fields ?? siteColumns(database);
  const own = names.flatMap((name) => known.find((field) => field.name === name) ?? []);
  return [
    ...own.map((field) => ({
      field,
      required: field.settings.required,
      hidden: field.settings.hidden,
    })),
    ...links.flatMap(({ id: linked, required, hidden }) => {
      const field = known.find((candidate) => candidate.id === linked);
      return field ? [{ field, required, hidden }] : [];
    }),
  ];
}

export function fieldLinkEntity(path: string, { field, required, hidden }: LinkedField): Entity {
  return {
    type: "SP.FieldLink",
    path: `${path}/FieldLinks(guid'${field.id}')`,
    properties: {
      DisplayName: field.title,
      FieldInternalName: field.name,
      Hidden: hidden,
      Id: field.id,
      Name: field.name,
      ReadOnly: field.settings.readOnly,
      Required: required,
      ShowInDisplayForm: true,
    },
  };
}

function typeAddress(list: List | undefined, { id }: ContentType): string {
  return `Web/${list ? `Lists(guid'${list.id}')/` : ""}ContentTypes('${id}')`;
}
