import { AttachRegular } from "@fluentui/react-icons";
import { Said } from "#tab/frame/Said.tsx";

/** How many pieces of evidence, under a sign. */
export function EvidenceCount({ count }: { count: number }) {
  return (
    <span className={count === 0 ? "plan-count muted" : "plan-count"}>
      <AttachRegular aria-hidden />
      {count}
      <Said>{count === 1 ? " piece of evidence" : " pieces of evidence"}</Said>
    </span>
  );
}
