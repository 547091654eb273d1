import { AgendaPart } from "./AgendaPart.tsx";
import { AttendancePart } from "./AttendancePart.tsx";
import { NowDiscussing } from "./NowDiscussing.tsx";
import { PanelFoot } from "./PanelFoot.tsx";

/** Beside the call: what is discussed, the agenda, who is here. */
export function Panel() {
  return (
    <aside className="meet-panel" aria-label="The meeting">
      <div className="meet-panel-parts">
        <NowDiscussing />
        <AgendaPart />
        <AttendancePart />
      </div>
      <PanelFoot />
    </aside>
  );
}
