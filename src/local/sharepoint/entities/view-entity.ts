import { Complex, type Entity } from "../odata/entity.ts";
import type { List } from "../store/list.ts";
import type { View } from "../store/views.ts";
import { fieldRefsXml, viewPath, viewSchemaXml, viewXml } from "../views/view-xml.ts";

/** What is the same for every view here. */
const fixed = {
  AssociatedContentTypeId: null,
  BaseViewId: "1",
  ColumnWidth: null,
  ContentTypeId: new Complex("SP.ContentTypeId", { StringValue: "0x" }),
  CustomOrder: null,
  DefaultViewForContentType: false,
  EditorModified: false,
  Formats: null,
  GridLayout: null,
  ImageUrl: "/_layouts/15/images/generic.png?rev=47",
  IncludeRootFolder: false,
  ViewJoins: null,
  Method: null,
  MobileDefaultView: false,
  MobileView: false,
  ModerationType: null,
  NewDocumentTemplates: null,
  OrderedView: false,
  ViewProjectedFields: null,
  ReadOnlyView: false,
  RequiresClientIntegration: false,
  StyleId: null,
  TabularView: true,
  Threaded: false,
  Toolbar: "",
  ToolbarTemplateName: null,
  ViewType2: "NONE",
  VisualizationInfo: null,
} as const;

export function viewEntity(list: List, view: View): Entity {
  const { settings } = view;
  const address = viewPath(list, view);
  return {
    type: "SP.View",
    path: viewAddress(list, view),
    properties: {
      ...fixed,
      Aggregations: settings.aggregations,
      AggregationsStatus: settings.aggregationsStatus,
      CalendarViewStyles: settings.calendarStyles,
      CustomFormatter: settings.customFormatter,
      DefaultView: settings.isDefault,
      Hidden: settings.hidden,
      HtmlSchemaXml: viewSchemaXml(list, view),
      Id: view.id,
      JSLink: settings.jsLink,
      ListViewXml: viewXml(list, view),
      Paged: settings.paged,
      PersonalView: settings.personal,
      RowLimit: settings.rowLimit,
      Scope: settings.scope,
      ServerRelativePath: new Complex("SP.ResourcePath", { DecodedUrl: address }),
      ServerRelativeUrl: address,
      Title: view.title,
      ViewData: settings.viewData,
      ViewQuery: settings.query,
      ViewType: settings.viewType,
    },
    links: { ViewFields: () => viewFieldsEntity(list, view) },
  };
}

export function viewFieldsEntity(list: List, view: View): Entity {
  return {
    type: "SP.ViewFieldCollection",
    path: `${viewAddress(list, view)}/ViewFields`,
    properties: { SchemaXml: fieldRefsXml(view), Items: view.settings.fields },
  };
}

function viewAddress(list: List, view: View): string {
  return `Web/Lists(guid'${list.id}')/Views(guid'${view.id}')`;
}
