import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { withPlan } from "#tab/teams/address.ts";
import { Button } from "@fluentui/react-components";
import { ShareScreenStartRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { useRoom } from "./room.ts";

/** Puts this meeting on everybody's stage, where Teams lets one. */
export function ShareToStage() {
  const { host } = usePorts();
  const { meeting, leads } = useRoom();
  const [offered, setOffered] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { stage } = host;
  useEffect(() => {
    void stage?.mayShare().then(setOffered);
  }, [stage]);
  if (!offered || !stage || !leads || meeting.ended !== undefined) return null;
  async function share(): Promise<void> {
    setProblem(undefined);
    const url = withPlan(new URL("./", window.location.href), meeting.planId);
    url.hash = `meeting?id=${meeting.id}`;
    await stage?.share(url).catch(setProblem);
  }
  return (
    <div className="meet-share">
      <Button icon={<ShareScreenStartRegular />} onClick={() => void share()}>
        Put on the stage
      </Button>
      {problem !== undefined && <span role="alert">{messageOf(problem)}</span>}
    </div>
  );
}
