import { ledBy } from "#plan/permissions.ts";
import { ToggleButton } from "@fluentui/react-components";
import { FilterRegular, FlagRegular } from "@fluentui/react-icons";
import { memo, useMemo } from "react";
import { ArrangeMenu, ColumnMenu } from "#tab/arrange/ArrangeMenus.tsx";
import { ChoiceMenu } from "#tab/filter/ChoiceMenu.tsx";
import {
  agencyChoices,
  type Choices,
  dueChoices,
  evidenceChoices,
  leadChoices,
  quietChoices,
  ratingChoices,
} from "#tab/filter/filter-choices.ts";
import type { FilterToolsProps } from "./plan-tools-props.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";

interface MenuOf {
  readonly name: string;
  readonly all: readonly Choices[];
}

/** The filters as menus: as many of their own as there is room for, the others in one. Typing draws none of them again. */
export const FilterTools = memo(function FilterTools(props: FilterToolsProps) {
  const { view, layout, filter, onFilter } = props;
  const menus = useMemo(() => menusOf(view), [view]);
  const room = { wide: 4, narrow: 3, phone: 0 }[layout];
  const rest = menus.slice(room);
  const sign = layout === "wide" ? {} : { icon: <FilterRegular />, menuIcon: null };
  return (
    <>
      {menus.slice(0, room).map(({ name, all }) => (
        <ChoiceMenu key={name} {...{ name, all, filter, onFilter }} />
      ))}
      <ChoiceMenu
        name={room === 0 ? "Filter" : "More"}
        all={rest.flatMap(({ all }) => all)}
        button={{
          ...sign,
          ...(room === 0 ? { children: "Filter" } : { "aria-label": "More filters" }),
        }}
        {...{ filter, onFilter }}
      />
      {layout === "phone" && <Arrange {...props} />}
      <Switches {...props} />
    </>
  );
});

/** How the rows stand, and what they show. */
export const Arrange = memo(function Arrange(props: FilterToolsProps) {
  const { layout, arrangement, onArrange } = props;
  return (
    <span className="plan-arrange">
      <ArrangeMenu
        {...{ arrangement, onArrange }}
        // Where there are no columns to choose, this is the menu of what is shown.
        text={layout === "phone" ? props : undefined}
      />
      {layout !== "phone" && <ColumnMenu {...props} />}
    </span>
  );
});

/** What is found to challenge, and what the reader leads or their agencies have to do. */
function Switches({ view, layout, filter, onFilter, toChallenge }: FilterToolsProps) {
  const { check, ...unchecked } = filter;
  const room = layout !== "narrow";
  const hasOwn = useMemo(() => {
    const { me, actions } = view.open;
    return me.agencies.length > 0 || actions.some(ledBy(me));
  }, [view.open]);
  return (
    <>
      {toChallenge !== undefined && (
        <ToggleButton
          icon={<FlagRegular />}
          checked={check !== undefined}
          title={room ? undefined : "To challenge"}
          onClick={() => onFilter(check === undefined ? { ...filter, check: "any" } : unchecked)}
        >
          {room ? "To challenge" : undefined}
        </ToggleButton>
      )}
      {hasOwn && (
        <ToggleButton
          checked={filter.mine}
          onClick={() => onFilter({ ...filter, mine: !filter.mine })}
        >
          Mine
        </ToggleButton>
      )}
    </>
  );
}

function menusOf(view: PlanView): readonly MenuOf[] {
  return [
    { name: "Agency", all: [agencyChoices(view)] },
    { name: "Rating", all: ratingChoices(view) },
    { name: "Due", all: [dueChoices(view)] },
    { name: "Lead", all: [leadChoices(view)] },
    { name: "More", all: [evidenceChoices, quietChoices] },
  ];
}
