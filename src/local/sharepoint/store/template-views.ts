/** A view that lists of a template begin with. The first is the one that people see first. */
export interface TemplateView {
  readonly title: string;
  /** The name of its page. */
  readonly leaf: string;
  readonly fields: readonly string[];
  /** What stands inside `<Query>`. */
  readonly query?: string;
  /** HTML where nothing is said. */
  readonly type?: "CALENDAR";
}

const inLibraries = ["DocIcon", "LinkFilename", "Modified", "Editor"];
const inTasks = ["LinkTitle", "DueDate", "AssignedTo", "Status", "PercentComplete"];

const all = (title: string, fields: readonly string[], query?: string): TemplateView => ({
  title,
  leaf: "AllItems",
  fields,
  ...(query === undefined ? {} : { query }),
});
const more = (title: string, leaf: string, fields: readonly string[], query: string) => ({
  title,
  leaf,
  fields,
  query,
});
const latestFirst = '<OrderBy><FieldRef Name="Modified" Ascending="FALSE" /></OrderBy>';
const overlapping = (range: string) =>
  `<Where><DateRangesOverlap><FieldRef Name="EventDate" /><FieldRef Name="EndDate" /><FieldRef Name="RecurrenceID" /><Value Type="DateTime">${range}</Value></DateRangesOverlap></Where>`;
const whereField = (field: string, test: string, type: string, value: string) =>
  `<Where><${test}><FieldRef Name="${field}" /><Value Type="${type}">${value}</Value></${test}></Where>`;
const notCompleted = whereField("Status", "Neq", "Text", "Completed");
const inEvents = ["LinkTitle", "Location", "EventDate", "EndDate", "fAllDayEvent"];

const calendarViews: readonly TemplateView[] = [
  {
    title: "Calendar",
    leaf: "calendar",
    type: "CALENDAR",
    fields: ["EventDate", "EndDate", "Title", "Location", "Description", "fAllDayEvent"],
    query: overlapping("<Month />"),
  },
  all("All Events", inEvents, '<OrderBy><FieldRef Name="EventDate" /></OrderBy>'),
  more("Current Events", "MyItems", inEvents, overlapping("<Now />")),
];
const taskViews: readonly TemplateView[] = [
  all("All Tasks", inTasks),
  more("Late Tasks", "late", inTasks, whereField("DueDate", "Lt", "DateTime", "<Today />")),
  more("Active Tasks", "active", inTasks, notCompleted),
  more("My Tasks", "MyItems", inTasks, whereField("AssignedTo", "Eq", "Integer", "<UserID />")),
];
const inIssues = ["ID", "LinkTitle", "AssignedTo", "IssueStatus", "Priority", "DueDate"];
const pages = ["DocIcon", "LinkFilename", "Author", "Editor", "Modified", "Created"];

/** By the number of the template; SP.ListTemplateType's. */
const views: Readonly<Record<number, readonly TemplateView[]>> = {
  103: [all("All Links", ["DocIcon", "Edit", "URLwMenu", "Comments"])],
  104: [all("All Items", ["Attachments", "LinkTitle", "Modified"], latestFirst)],
  105: [
    all("All contacts", [
      "Attachments",
      "LinkTitle",
      "FirstName",
      "Company",
      "WorkPhone",
      "HomePhone",
      "Email",
    ]),
  ],
  106: calendarViews,
  107: taskViews,
  109: [all("All Pictures", ["DocIcon", "LinkFilename", "Modified", "File_x0020_Size"])],
  119: [{ title: "All Pages", leaf: "AllPages", fields: pages }],
  150: taskViews,
  171: taskViews,
  1100: [
    all("All Issues", inIssues),
    more("Active Issues", "active", inIssues, whereField("IssueStatus", "Eq", "Text", "Active")),
    more("My Issues", "MyItems", inIssues, whereField("AssignedTo", "Eq", "Integer", "<UserID />")),
  ],
};

/** The views that lists of this template begin with. */
export function templateViews(template: number, library: boolean): readonly TemplateView[] {
  const usual = library ? all("All Documents", inLibraries) : all("All Items", ["LinkTitle"]);
  return views[template] ?? [usual];
}
