import {
  FluentProvider,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  teamsLightTheme,
} from "@fluentui/react-components";
import { createRoot } from "react-dom/client";

/** What fits on a laptop's screen. */
const rows = Array.from({ length: 16 }, (_, index) => index + 1);
const columns = ["Agency", "Action", "Lead", "Due", "Rating", "Evidence", "Updated"];

/** Written in what our page is written in, which on this machine may not be what Fluent would find. */
const theme = {
  ...teamsLightTheme,
  fontFamilyBase: teamsLightTheme.fontFamilyBase.replace(
    "-apple-system",
    "'Open Sans', -apple-system",
  ),
};

/** The least that a page of React and Fluent can be: a table of constant words. No handshake, no token, no data. */
createRoot(document.querySelector("#root") ?? document.body).render(
  <FluentProvider theme={theme}>
    <Table>
      <TableHeader>
        <TableRow>
          {columns.map((column) => (
            <TableHeaderCell key={column}>{column}</TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row} className="plan-row">
            {columns.map((column) => (
              <TableCell key={column}>
                {column} {row}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </FluentProvider>,
);
