import { z } from "zod";
import type { ViewSettings } from "../store/views.ts";
import { checkedQuery, settingsFromViewXml } from "../views/view-from-xml.ts";

const flag = z.boolean().optional();
const text = z.string().nullable().optional();

/** What clients may set of a view. */
export const viewChange = z.strictObject({
  Title: z.string().min(1).max(255).optional(),
  ViewQuery: text,
  Query: text,
  RowLimit: z.number().int().min(1).max(5000).optional(),
  Paged: flag,
  Scope: z.number().int().min(0).max(3).optional(),
  DefaultView: flag,
  SetAsDefaultView: flag,
  Hidden: flag,
  ViewData: text,
  JSLink: text,
  Aggregations: text,
  AggregationsStatus: text,
  CustomFormatter: text,
  ListViewXml: z.string().optional(),
});

export const newView = viewChange.extend({
  Title: z.string().min(1).max(255),
  PersonalView: flag,
  ViewFields: z.array(z.string()).optional(),
  ViewTypeKind: z.number().optional(),
  ViewType2: text,
  ViewType: z.string().optional(),
  CalendarViewStyles: text,
});

/** SP.ViewType, as far as views here differ by it. */
const kindNames = new Map([
  [1, "HTML"],
  [2048, "GRID"],
  [524_288, "CALENDAR"],
  [67_108_864, "GANTT"],
]);

type Body = z.infer<typeof viewChange> & Partial<Omit<z.infer<typeof newView>, "Title">>;

/** Reads a body into a title and settings. Throws 500 for queries that are none. */
export function viewSettingsOf(body: Body): {
  readonly title?: string;
  readonly settings: Partial<ViewSettings>;
} {
  const query = body.ViewQuery ?? body.Query;
  const given: Readonly<Record<string, unknown>> = {
    ...(body.ListViewXml === undefined ? {} : settingsFromViewXml(body.ListViewXml)),
    query: typeof query === "string" ? checkedQuery(query) : undefined,
    rowLimit: body.RowLimit,
    paged: body.Paged,
    scope: body.Scope,
    isDefault: body.DefaultView ?? body.SetAsDefaultView,
    hidden: body.Hidden,
    personal: body.PersonalView,
    fields: body.ViewFields,
    viewType: body.ViewType ?? kindNames.get(body.ViewTypeKind ?? 0),
    calendarStyles: body.CalendarViewStyles,
    viewData: body.ViewData,
    jsLink: body.JSLink,
    aggregations: body.Aggregations,
    aggregationsStatus: body.AggregationsStatus,
    customFormatter: body.CustomFormatter,
  };
  const settings: Partial<ViewSettings> = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  return { ...(body.Title === undefined ? {} : { title: body.Title }), settings };
}
