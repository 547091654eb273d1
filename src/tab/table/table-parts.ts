/**
 * A browser may take a table's roles away where its parts are no longer laid out as a table, as on a phone: WebKit does.
 * They are said outright.
 */
export const tableParts = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  column: { role: "columnheader", scope: "col" },
  its: { role: "rowheader", scope: "row" },
  cell: { role: "cell" },
} as const;
