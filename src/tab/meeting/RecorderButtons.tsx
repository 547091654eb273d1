import { mayClose } from "#plan/permissions.ts";
import { notRated, type RatingScheme } from "#plan/rating-scheme.ts";
import { unansweredChallenges } from "#plan/challenge-states.ts";
import type { Challenge } from "#plan/record.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { RatingChip } from "#tab/rating/RatingSymbol.tsx";
import { Button, MenuButton } from "@fluentui/react-components";
import {
  CheckmarkRegular,
  MoreHorizontalRegular,
  NoteEditRegular,
  QuestionCircleRegular,
} from "@fluentui/react-icons";
import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-menu";
import { AgreeButton } from "./AgreeButton.tsx";
import { type RecordForm, type Target, toAgree } from "./recording.ts";
import { useRoom } from "./room.ts";

interface RecorderButtonsProps {
  readonly target: Target;
  readonly onOpen: (form: RecordForm) => void;
  readonly onSaved: () => void;
}

export function RecorderButtons({ target, onOpen, onSaved }: RecorderButtonsProps) {
  const { view } = useRoom();
  return (
    <div className="meet-bar-buttons">
      {target.action && <AgreeButton claim={target.action} onSaved={onSaved} />}
      {target.action && <OtherRating scheme={view.scheme} claim={target.action} onOpen={onOpen} />}
      <Button
        size="large"
        icon={<QuestionCircleRegular />}
        data-opens="question"
        onClick={() => onOpen({ name: "question" })}
      >
        Question
      </Button>
      <Button
        size="large"
        icon={<NoteEditRegular />}
        data-opens="note"
        onClick={() => onOpen({ name: "note" })}
      >
        Note
      </Button>
      <AgreeAll target={target} onOpen={onOpen} />
      <MoreDecisions target={target} onOpen={onOpen} />
      {!target.action && (
        <span className="small muted">Press a claim to decide about its action.</span>
      )}
    </div>
  );
}

/** All that is proposed under the recommendation at once, where there are several. */
function AgreeAll({ target, onOpen }: Omit<RecorderButtonsProps, "onSaved">) {
  const { view } = useRoom();
  const open = toAgree(view, target.recommendation);
  if (open.length < 2) return null;
  return (
    <Button
      size="large"
      appearance={target.action ? "secondary" : "primary"}
      icon={<CheckmarkRegular />}
      data-opens="all-proposed"
      onClick={() => onOpen({ name: "all-proposed" })}
    >
      Agree all {open.length} as proposed
    </Button>
  );
}

interface OtherRatingProps {
  readonly scheme: RatingScheme;
  readonly claim: ActionView;
  readonly onOpen: (form: RecordForm) => void;
}

/** Each other rating is one press away, so that with its reason it takes no more than three. */
function OtherRating({ scheme, claim, onOpen }: OtherRatingProps) {
  const { proposed } = claim.state;
  const others = scheme.ratings.filter(
    ({ id, meaning }) => id !== proposed && meaning !== "closed",
  );
  const label = proposed === notRated.id ? "Agree" : "Agree instead";
  return (
    <fieldset className="meet-others">
      <legend className="said">{label}</legend>
      {others.map((rating) => (
        <Button
          key={rating.id}
          icon={<RatingChip rating={rating} />}
          aria-label={`${label}: ${rating.name}`}
          data-opens={`rating ${rating.id}`}
          onClick={() => onOpen({ name: "rating", rating: rating.id })}
        >
          {rating.name}
        </Button>
      ))}
    </fieldset>
  );
}

/** What is decided less often. */
function MoreDecisions({ target, onOpen }: Omit<RecorderButtonsProps, "onSaved">) {
  const { view } = useRoom();
  const { action, recommendation } = target;
  const questions = openQuestions(view.open, recommendation.id, action?.action.id);
  if (!action && questions.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="large"
          icon={<MoreHorizontalRegular />}
          menuIcon={null}
          data-opens="more"
          aria-label="More decisions"
          title="More decisions"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {action && <ActionItems claim={action} onOpen={onOpen} />}
          {questions.map((challenge) => (
            <MenuItem
              key={challenge.id}
              icon={<CheckmarkRegular />}
              onClick={() => onOpen({ name: "resolve", challenge })}
            >
              Take the question to {challenge.agency} as answered
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function ActionItems({ claim, onOpen }: Omit<OtherRatingProps, "scheme">) {
  const { view } = useRoom();
  const { closed } = claim.state;
  const may = mayClose(view.open.me, claim.action);
  return (
    <>
      <MenuItem onClick={() => onOpen({ name: "date" })}>Agree a date</MenuItem>
      {!closed && may && (
        <MenuItem onClick={() => onOpen({ name: "close" })}>Close the action</MenuItem>
      )}
      {closed && (
        <MenuItem onClick={() => onOpen({ name: "reopen" })}>Open the action again</MenuItem>
      )}
      <MenuItem onClick={() => onOpen({ name: "monitoring" })}>Ask for a later check</MenuItem>
    </>
  );
}

function openQuestions(
  { agencies, record }: OpenPlan,
  recommendationId: number,
  actionId: number | undefined,
): readonly Challenge[] {
  return unansweredChallenges(agencies, record).filter(
    (each) => each.recommendationId === recommendationId && each.actionId === actionId,
  );
}
