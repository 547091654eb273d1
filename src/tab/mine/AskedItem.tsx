import type { IsoDate } from "#plan/iso-date.ts";
import { answerInWords } from "#plan/words.ts";
import { sourceInWords } from "#tab/challenge/source-words.ts";
import { actionKey, recommendationKey } from "#tab/rows/plan-rows.ts";
import { QuestionCircleRegular } from "@fluentui/react-icons";
import type { Asked } from "./my-work.ts";

interface AskedItemProps {
  readonly asked: Asked;
  readonly today: IsoDate;
  /** Its plan's title, where there are several. */
  readonly plan: string | undefined;
  readonly onOpen: (place: string) => void;
}

/** A question to one of the reader's agencies: pressing it opens what it is about, where it is answered. */
export function AskedItem({
  asked: { challenge, ref, view },
  today,
  plan,
  onOpen,
}: AskedItemProps) {
  const { agency, question, due, source, recommendationId } = challenge;
  const late = due !== undefined && due < today;
  const place = view ? actionKey(view.action.id) : recommendationKey(recommendationId);
  const from = sourceInWords(source);
  const about = view?.action.text ?? `the whole of recommendation ${ref}`;
  return (
    <li>
      <button type="button" className="mine-item" onClick={() => onOpen(place)}>
        <span className="mine-top">
          <span className="small strong">
            {ref} · {agency}
          </span>
          <span className={`small ${late ? "late" : "muted"}`}>
            {due === undefined ? "No day for the answer" : answerInWords(due, today)}
          </span>
        </span>
        <span className="mine-question">
          <QuestionCircleRegular aria-hidden />
          <span className="clamp">{question ?? `A question about: ${about}`}</span>
        </span>
        <span className="small muted">
          {[from && `From ${from}`, question === undefined ? undefined : about, plan]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </button>
    </li>
  );
}
