import { PeopleTeamRegular } from "@fluentui/react-icons";
import { Notice } from "./Notice.tsx";

/** The page opened by itself in a browser: it has nobody to ask who is looking. */
export function OutsideTeams() {
  return (
    <main className="page">
      <Notice whole icon={PeopleTeamRegular} title="Open the action plan in Microsoft Teams">
        This page works inside Teams, which tells it who you are. In Teams, go to your inspection’s
        channel and choose the tab “Action plan”, or look for the app “Inspection Action Plan” under
        Apps.
      </Notice>
    </main>
  );
}
