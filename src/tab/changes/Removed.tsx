import type { IsoDate } from "#plan/iso-date.ts";
import type { RemovedItem } from "#plan/removed.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import { ReflowGroup, ReflowHeading } from "#tab/table/ReflowTable.tsx";
import { RemovedRow } from "./RemovedRow.tsx";

/** What was taken out between two days. */
export interface RemovedBetween {
  readonly ofPlan: readonly RemovedItem[];
  /** Of this plan or another on the site. */
  readonly elsewhere: readonly RemovedItem[];
}

interface RemovedProps {
  readonly removed: RemovedBetween;
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
}

/** Above the changes of what is there: nothing leaves a plan unseen. */
export function Removed({ removed: { ofPlan, elsewhere }, ...about }: RemovedProps) {
  return (
    <>
      <Group name="No longer in the plan" items={ofPlan} {...about} />
      <Group
        name="Taken out on this site: nothing says whether it was of this plan"
        items={elsewhere}
        {...about}
      />
    </>
  );
}

function Group(props: {
  readonly name: string;
  readonly items: readonly RemovedItem[];
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
}) {
  const { name, items, ...about } = props;
  if (items.length === 0) return null;
  return (
    <ReflowGroup>
      <ReflowHeading label={name} columns={6} className="changes-group">
        <span className="changes-group-words">{name}</span>
      </ReflowHeading>
      {items.map((item) => (
        <RemovedRow key={`${item.what} ${item.id}`} item={item} {...about} />
      ))}
    </ReflowGroup>
  );
}

/** Where the rest of it can be read, and by whom. */
export function AboutRemoved() {
  return (
    <p className="changes-about muted small">
      Only an administrator of the SharePoint site can take something out of a plan. Its recycle bin
      keeps for 93 days what was taken out and who did it: an administrator can look there, and put
      it back. What was said of it is kept here.
    </p>
  );
}
