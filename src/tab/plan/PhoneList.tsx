import type { IsoDate } from "#plan/iso-date.ts";
import { ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import { RatingPair } from "#tab/rating/RatingPair.tsx";
import { dueWords } from "#tab/words/due.ts";
import { Button } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { EvidenceCount } from "./EvidenceCount.tsx";
import type { PlanListProps } from "./PlanGrid.tsx";
import { actionKey, type Group, recommendationKey } from "./plan-rows.ts";
import type { ActionView } from "./plan-view.ts";
import "./phone.css";

type PhoneListProps = Omit<PlanListProps, "rows"> & {
  readonly groups: readonly Group[];
  readonly closed: ReadonlySet<number>;
};

/** The plan without columns, for a phone, a side panel and 400 % zoom: the page scrolls, nothing sideways. */
export function PhoneList({ groups, closed, ...list }: PhoneListProps) {
  return (
    <div className="phone-list">
      {groups.map((group) => {
        const { id } = group.view.recommendation;
        return <PhoneGroup key={id} group={group} open={!closed.has(id)} {...list} />;
      })}
    </div>
  );
}

type PhoneGroupProps = Omit<PlanListProps, "rows"> & {
  readonly group: Group;
  readonly open: boolean;
};

function PhoneGroup({ group, open, scheme, onFold, onOpen, ...list }: PhoneGroupProps) {
  const { recommendation, lowest, lowestAgreed, complete, actions } = group.view;
  const { id, ref, text, addressees } = recommendation;
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <section aria-label={`Recommendation ${ref}`}>
      <h2 className="phone-recommendation">
        <button type="button" aria-expanded={open} onClick={() => onFold(id, !open)}>
          <Chevron aria-hidden className="phone-chevron" />
          <span className="phone-words">
            <span className="phone-top">
              <span className="strong">{ref}</span>
              <RatingBadge rating={ratingOf(scheme, lowest)} agreed={lowestAgreed} />
            </span>
            <span className="strong clamp phone-text">{text}</span>
            <span className="small muted">
              {addressees.join(", ")} · {complete} of {actions.length} complete
            </span>
          </span>
        </button>
      </h2>
      {open && (
        <>
          <Button
            appearance="transparent"
            size="small"
            className="phone-more"
            data-row={recommendationKey(id)}
            onClick={() => onOpen(recommendationKey(id))}
          >
            Read {ref} in full
          </Button>
          {group.actions.map((view) => (
            <PhoneCard key={view.action.id} {...{ view, scheme, onOpen }} {...list} />
          ))}
        </>
      )}
    </section>
  );
}

interface PhoneCardProps {
  readonly view: ActionView;
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
  readonly selected: string | undefined;
  readonly changed: ReadonlySet<string>;
  readonly onOpen: (key: string) => void;
}

function PhoneCard({ view, scheme, today, selected, changed, onOpen }: PhoneCardProps) {
  const { action, state } = view;
  const key = actionKey(action.id);
  const due = dueWords(scheme, { action, state, today });
  const look = `${key === selected ? "phone-card-selected" : ""} ${changed.has(key) ? "phone-card-changed" : ""}`;
  return (
    <button
      type="button"
      className={`phone-card ${look}`}
      data-row={key}
      onClick={() => onOpen(key)}
    >
      <span className="phone-top">
        <span className="small strong muted">{action.agencies.join(", ")}</span>
        <RatingPair
          proposed={ratingOf(scheme, state.proposed)}
          agreed={state.agreed === undefined ? undefined : ratingOf(scheme, state.agreed)}
        />
      </span>
      <span className="clamp phone-text">{action.text}</span>
      <span className="small muted">{action.leads.join("; ")}</span>
      <span className="phone-top">
        <span className={`small ${due.late ? "late" : "muted"}`}>
          {state.due === undefined ? due.date : due.words}
          {due.revised && " · revised"}
        </span>
        <EvidenceCount count={state.evidenceCount} />
      </span>
    </button>
  );
}
