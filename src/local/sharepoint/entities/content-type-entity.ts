import { builtInFields } from "../fields/built-in-fields.ts";
import type { Field } from "../fields/field.ts";
import { Complex, type Entity } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { parentType, siteTypes, type ContentType } from "../store/content-types.ts";
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
      FieldLinks: () => fieldLinks(list, type).map((field) => fieldLinkEntity(path, field)),
      Fields: () =>
        fieldLinks(list, type).map((field) => fieldEntity(list ?? siteHome(session), field)),
      Parent: () => {
        const types = siteTypes(session.database);
        const parent = parentType(types, type.id) ?? types.find(({ id }) => id === type.id);
        return parent ? contentTypeEntity(session, undefined, parent) : null;
      },
      WorkflowAssociations: () => [],
    },
  };
}

/** Where columns live that belong to no list. */
export function siteHome({ site }: Session) {
  return { id: site.webId, root: site.path, columnsPath: "Web/Fields" };
}

/** Items have a title; documents and folders a name besides. */
export function fieldLinks(list: List | undefined, { id }: ContentType): Field[] {
  const names = /^0x01(?:01|20)/.test(id)
    ? ["ContentType", "FileLeafRef", "Title"]
    : ["ContentType", "Title"];
  const known =
    list?.fields ?? builtInFields(100).map((field, position) => ({ ...field, position }));
  return names.flatMap((name) => known.find((field) => field.name === name) ?? []);
}

export function fieldLinkEntity(path: string, field: Field): Entity {
  return {
    type: "SP.FieldLink",
    path: `${path}/FieldLinks(guid'${field.id}')`,
    properties: {
      DisplayName: field.title,
      FieldInternalName: field.name,
      Hidden: field.settings.hidden,
      Id: field.id,
      Name: field.name,
      ReadOnly: field.settings.readOnly,
      Required: field.settings.required,
      ShowInDisplayForm: true,
    },
  };
}

function typeAddress(list: List | undefined, { id }: ContentType): string {
  return `Web/${list ? `Lists(guid'${list.id}')/` : ""}ContentTypes('${id}')`;
}
