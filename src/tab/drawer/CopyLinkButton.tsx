import { Button } from "@fluentui/react-components";
import { CheckmarkRegular, LinkRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { usePorts } from "#tab/ports/ports.ts";

interface CopyLinkButtonProps {
  readonly planId: number;
  readonly place: string;
  readonly label: string;
  /** What the button is called where "Copy link" would not say of what. */
  readonly name?: string;
}

/** Copies a link to what the drawer shows. */
export function CopyLinkButton(props: CopyLinkButtonProps) {
  const { planId, place, label, name = "Copy link" } = props;
  const { host } = usePorts();
  const announce = useAnnounce();
  const [copied, setCopied] = useState<string>();
  async function press(): Promise<void> {
    const how = await host.copyLink({ planId, place }, label);
    if (how === "offered") return;
    setCopied(place);
    announce("Link copied.");
  }
  const done = copied === place;
  return (
    <Button
      appearance="subtle"
      icon={done ? <CheckmarkRegular /> : <LinkRegular />}
      title={done ? "Link copied" : name}
      onClick={() => void press()}
    />
  );
}
