import { fieldTypes, isMany, type FieldType } from "../fields/field-types.ts";
import { entityName, type Field } from "../fields/field.ts";
import { writeFieldXml } from "../fields/field-xml.ts";
import type { Entity, Value } from "../odata/entity.ts";
import type { List } from "../store/list.ts";

/** Where columns live: a list, or the site, whose columns have an address of their own. */
export type FieldHome = Pick<List, "id" | "root"> & { readonly columnsPath?: string };

export function fieldEntity(list: FieldHome, field: Field): Entity {
  const kind = fieldTypes[field.type];
  const { settings } = field;
  return {
    type: kind.entity,
    path: `${list.columnsPath ?? `Web/Lists(guid'${list.id}')/Fields`}(guid'${field.id}')`,
    properties: {
      AutoIndexed: false,
      CanBeDeleted: !field.builtIn,
      ClientSideComponentId: "00000000-0000-0000-0000-000000000000",
      ClientSideComponentProperties: null,
      ClientValidationFormula: null,
      ClientValidationMessage: null,
      CustomFormatter: null,
      DefaultFormula: settings.defaultFormula,
      DefaultValue: settings.defaultValue,
      Description: settings.description,
      Direction: "none",
      EnforceUniqueValues: field.unique,
      EntityPropertyName: entityName(field),
      Filterable: field.type !== "Note" && field.type !== "URL",
      FromBaseType: field.builtIn,
      Group: settings.group,
      Hidden: settings.hidden,
      Id: field.id,
      Indexed: field.indexed,
      IndexStatus: field.indexed ? 1 : 0,
      InternalName: field.name,
      IsModern: false,
      JSLink: "clienttemplates.js",
      PinnedToFiltersPane: false,
      ReadOnlyField: settings.readOnly,
      Required: settings.required,
      SchemaXml: writeFieldXml(list, field),
      Scope: list.root,
      Sealed: false,
      ShowInFiltersPane: 0,
      Sortable: field.type !== "Note" && !isMany(field.type),
      StaticName: settings.staticName ?? field.name,
      Title: field.title,
      FieldTypeKind: kind.kind,
      TypeAsString: field.type,
      TypeDisplayName: kind.display,
      TypeShortDescription: kind.display,
      ValidationFormula: settings.validationFormula,
      ValidationMessage: settings.validationMessage,
      ...typed[field.type]?.(field),
    },
  };
}

type Told = (field: Field) => Readonly<Record<string, Value>>;

const tellPerson: Told = ({ type, settings }) => ({
  AllowMultipleValues: isMany(type),
  LookupField: "",
  SelectionGroup: 0,
  SelectionMode: settings.selectionMode,
});
const tellLookup: Told = ({ type, settings }) => ({
  AllowMultipleValues: isMany(type),
  IsDependentLookup: settings.primaryField !== null,
  PrimaryFieldId: settings.primaryField,
  LookupField: settings.showField,
  LookupList: settings.lookupList === null ? "" : `{${settings.lookupList}}`,
});
const tellChoice: Told = ({ settings }) => ({
  FillInChoice: settings.fillIn,
  Choices: settings.choices,
});
const tellNumber: Told = ({ settings }) => ({
  MaximumValue: settings.maximum ?? Number.MAX_VALUE,
  MinimumValue: settings.minimum ?? -Number.MAX_VALUE,
  DisplayFormat: settings.decimals ?? -1,
  ShowAsPercentage: settings.percentage,
});

/** What only fields of one type tell. */
const typed: Partial<Record<FieldType, Told>> = {
  Text: ({ settings }) => ({ MaxLength: settings.maxLength }),
  Note: ({ settings }) => ({
    AllowHyperlink: false,
    AppendOnly: settings.appendOnly,
    NumberOfLines: settings.lines,
    RichText: settings.richText,
  }),
  Choice: tellChoice,
  MultiChoice: tellChoice,
  Number: tellNumber,
  Currency: tellNumber,
  DateTime: ({ settings }) => ({
    DisplayFormat: settings.dateOnly ? 0 : 1,
    FriendlyDisplayFormat: 1,
  }),
  Calculated: ({ settings }) => ({
    CurrencyLocaleId: settings.currencyLocale,
    DateFormat: settings.dateOnly ? 0 : 1,
    DisplayFormat: settings.decimals ?? -1,
    Formula: settings.formula,
    OutputType: settings.outputType,
    ShowAsPercentage: settings.percentage,
  }),
  URL: () => ({ DisplayFormat: 0 }),
  User: tellPerson,
  UserMulti: tellPerson,
  Lookup: tellLookup,
  LookupMulti: tellLookup,
};
