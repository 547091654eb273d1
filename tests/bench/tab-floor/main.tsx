import { FluentProvider, Text, teamsLightTheme } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";

/** What fits on a laptop's screen. */
const rows = Array.from({ length: 16 }, (_, index) => index + 1);

/** The least that a page of React and Fluent can be: constant rows, no Teams around it, no token, no data. */
createRoot(document.querySelector("#root") ?? document.body).render(
  <FluentProvider theme={teamsLightTheme}>
    {rows.map((row) => (
      <div key={row} className="plan-row">
        <Text weight="semibold">Row {row}</Text> <Text>Something that an agency will do.</Text>
      </div>
    ))}
  </FluentProvider>,
);
