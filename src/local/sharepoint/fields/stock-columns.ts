import type { FieldType } from "./field-types.ts";
import { fieldSettings, type FieldSettings, type NewField } from "./field.ts";

const contact = "Core Contact and Calendar Columns";
const task = "Core Task and Issue Columns";
const base = "Base Columns";

type More = Partial<FieldSettings>;
const hidden: More = { hidden: true };

/** Columns that every site offers, and that lists made from a template begin with. */
export const stockColumns: readonly NewField[] = [
  stock("4a722dd4-d406-4356-93f9-2550b8f50dd0", "FirstName", "First Name", "Text", contact),
  stock("475c2610-c157-4b91-9e2d-6855031b3538", "FullName", "Full Name", "Text", contact),
  stock("fce16b4c-fe53-4793-aaab-b4892e736d15", "Email", "Email Address", "Text", contact),
  stock("038d1503-4629-40f6-adaf-b47d1ab2d4fe", "Company", "Company", "Text", contact),
  stock("c4e0f350-52cc-4ede-904c-dd71a3d11f7d", "JobTitle", "Job Title", "Text", contact),
  stock("fd630629-c165-4513-b43c-fdb16b86a14d", "WorkPhone", "Business Phone", "Text", contact),
  stock("2ab923eb-9880-4b47-9965-ebf93ae15487", "HomePhone", "Home Phone", "Text", contact),
  stock("2a464df1-44c1-4851-949d-fcd270f0ccf2", "CellPhone", "Mobile Number", "Text", contact),
  stock("9d1cacc8-f452-4bc1-a751-050595ad96e1", "WorkFax", "Fax Number", "Text", contact),
  stock("fc2e188e-ba91-48c9-9dd3-16431afddd50", "WorkAddress", "Address", "Note", contact, {
    lines: 2,
  }),
  stock("6ca7bd7f-b490-402e-af1b-2813cf087b1e", "WorkCity", "City", "Text", contact),
  stock("ceac61d3-dda9-468b-b276-f4a6bb93f14f", "WorkState", "State/Province", "Text", contact),
  stock("9a631556-3dac-49db-8d2f-fb033b0fdc24", "WorkZip", "ZIP/Postal Code", "Text", contact),
  stock("3f3a5c85-9d5a-4663-b925-8b68a678ea3a", "WorkCountry", "Country/Region", "Text", contact),
  stock(
    "3c0e9e00-8fcc-479f-9d8d-3447cda34c5b",
    "OtherAddressCountry",
    "Other Address Country/Region",
    "Text",
    contact,
  ),
  stock("a71affd2-dcc7-4529-81bc-2fe593154a5f", "WebPage", "Web Page", "URL", contact),
  stock("64cd368d-2f95-4bfc-a1f9-8d4324ecb007", "EventDate", "Start Time", "DateTime", contact, {
    required: true,
    defaultValue: "[today]",
  }),
  stock("2684f9f2-54be-429f-ba06-76754fc056bf", "EndDate", "End Time", "DateTime", contact, {
    required: true,
    defaultValue: "[today]",
  }),
  stock("288f5f32-8462-4175-8f09-dd7ba29359a9", "Location", "Location", "Text", contact),
  stock("6df9bd52-550e-4a30-bc31-a4366832a87d", "Category", "Category", "Choice", task, {
    choices: ["(1) Category1", "(2) Category2", "(3) Category3"],
    defaultValue: "(2) Category2",
  }),
  stock("9da97a8a-1da5-4a77-98d3-4bc10456e700", "Comments", "Notes", "Note", base),
  stock("c29e077d-f466-4d8e-8bbe-72b66c5f205c", "URL", "URL", "URL", base, { required: true }),
  stock("7662cd2c-f069-4dba-9e35-082cf976e170", "Body", "Body", "Note", base, { richText: true }),
  stock("6a09e75b-8d17-4698-94a8-371eda1af1ac", "Expires", "Expires", "DateTime", base, {
    dateOnly: true,
  }),
  stock(
    "7d95d1f4-f5fd-4a70-90cd-b35abc9b5bc8",
    "fAllDayEvent",
    "All Day Event",
    "AllDayEvent",
    base,
    { defaultValue: "0" },
  ),
  stock("f2e63656-135e-4f1c-8fc2-ccbe74071901", "fRecurrence", "Recurrence", "Recurrence", base, {
    defaultValue: "0",
  }),
  stock("5d1d4e76-091a-4e03-ae83-6a59847731c0", "EventType", "Event Type", "Integer", base, hidden),
  stock("63055d04-01b5-48f3-9e1e-e564e7c6b23b", "UID", "UID", "Guid", base, hidden),
  stock("dfcc8fff-7c4c-45d6-94ed-14ce0719efef", "RecurrenceID", "Recurrence ID", "DateTime", base, {
    ...hidden,
  }),
  stock("4d54445d-1c84-4a6d-b8db-a51ded4e1acc", "Duration", "Duration", "Integer", base, hidden),
  stock("d12572d0-0a1e-4438-89b5-4d0430be7603", "RecurrenceData", "RecurrenceData", "Note", base, {
    ...hidden,
  }),
  stock("6cc1c612-748a-48d8-88f2-944f477f301b", "TimeZone", "TimeZone", "Integer", base, hidden),
  stock("c4b72ed6-45aa-4422-bff1-2b6750d30819", "XMLTZone", "XMLTZone", "Note", base, hidden),
  stock(
    "9b2bed84-7769-40e3-9b1d-7954a4053834",
    "MasterSeriesItemID",
    "MasterSeriesItemID",
    "Integer",
    base,
    hidden,
  ),
  stock("3f155110-a6a2-4d70-926c-94648101f0e8", "Description", "Description", "Note", base),
  stock("64cd368d-2f95-4bfc-a1f9-8d4324ecb008", "StartDate", "Start Date", "DateTime", task, {
    dateOnly: true,
  }),
  stock("cd21b4c2-6841-4f9e-a23a-738a65f99889", "DueDate", "Due Date", "DateTime", task),
  stock("53101f38-dd2e-458c-b245-0c236cc13d1a", "AssignedTo", "Assigned To", "User", task),
  stock("a8eb573e-9e11-481a-a8c9-1104a54b2fbd", "Priority", "Priority", "Choice", task, {
    choices: ["(1) High", "(2) Normal", "(3) Low"],
    defaultValue: "(2) Normal",
  }),
  stock("c15b34c3-ce7d-490a-b133-3f4de8801b76", "Status", "Task Status", "Choice", task, {
    choices: ["Not Started", "In Progress", "Completed", "Deferred", "Waiting on someone else"],
    defaultValue: "Not Started",
  }),
  stock("3f277a5c-c7ae-4bbe-9d44-0456fb548f94", "IssueStatus", "Issue Status", "Choice", task, {
    choices: ["Active", "Resolved", "Closed"],
    defaultValue: "Active",
  }),
  stock("d2311440-1ed6-46ea-b46d-daa643dc3886", "PercentComplete", "% Complete", "Number", task, {
    percentage: true,
    minimum: 0,
    maximum: 1,
  }),
  stock(
    "c3a92d97-2b77-4a25-9698-3ab54874bc6f",
    "Predecessors",
    "Predecessors",
    "LookupMulti",
    task,
  ),
  stock("d2a04afc-9a05-48c8-a7fa-fa98f9496141", "RelatedItems", "Related Items", "Note", task),
];

function stock(
  id: string,
  name: string,
  title: string,
  type: FieldType,
  group: string,
  more: More = {},
): NewField {
  const settings = fieldSettings.parse({ group, ...more });
  return { id, name, title, type, indexed: false, unique: false, settings };
}
