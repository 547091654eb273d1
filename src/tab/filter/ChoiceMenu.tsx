import { MenuButton, type MenuButtonProps } from "@fluentui/react-components";
import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-menu";
import { Fragment } from "react";
import type { Choices } from "./filter-choices.ts";
import type { PlanFilter } from "./plan-filter.ts";

interface ChoiceMenuProps {
  readonly name: string;
  readonly all: readonly Choices[];
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
  /** Only the sign where there is no room for the name. */
  readonly button?: MenuButtonProps;
}

/** A filter as a menu: what is chosen is ticked, and how much that is stands on the button. */
export function ChoiceMenu({ name, all, filter, onFilter, button }: ChoiceMenuProps) {
  const chosen = Object.fromEntries(all.map((each) => [each.name, [...each.chosen(filter)]]));
  const count = Object.values(chosen).flat().filter(Boolean).length;
  const isSign = button?.icon !== undefined && button.children === undefined;
  return (
    <Menu
      positioning={{ autoSize: "height" }}
      checkedValues={chosen}
      onCheckedValueChange={(_, { name: of, checkedItems }) => {
        const asked = all.find((each) => each.name === of);
        if (asked) onFilter(asked.choose(filter, checkedItems));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          className={count > 0 ? "plan-filter plan-filter-on" : "plan-filter"}
          {...button}
        >
          {/* Fluent makes a button as narrow as its sign only where nothing at all stands in it. */}
          {isSign && count === 0 ? undefined : (
            <>
              {!isSign && name}
              {count > 0 && <span className="plan-filter-count">{count}</span>}
            </>
          )}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="plan-choices">
        <MenuList>
          {all.map((each, index) => (
            <Fragment key={each.name}>
              {index > 0 && <MenuDivider />}
              <ChoiceGroup choices={each} titled={all.length > 1} />
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function ChoiceGroup({ choices: of, titled }: { choices: Choices; titled: boolean }) {
  const Item = of.single ? MenuItemRadio : MenuItemCheckbox;
  return (
    <MenuGroup>
      {titled && <MenuGroupHeader>{of.title}</MenuGroupHeader>}
      {of.choices.map(({ value, label }) => (
        <Item key={value} name={of.name} value={value} persistOnClick={!of.single}>
          {label}
        </Item>
      ))}
      {of.more !== undefined && <div className="plan-choices-more small muted">{of.more}</div>}
    </MenuGroup>
  );
}
