import { MenuButton } from "@fluentui/react-components";
import { ColumnEditRegular, GroupListRegular } from "@fluentui/react-icons";
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
import {
  type Arrangement,
  type Grouping,
  groupings,
  type SortKey,
  sortKeys,
} from "./arrangement.ts";
import type { Column } from "./columns.ts";

const groupingNames: Record<Grouping, string> = {
  recommendation: "Recommendation",
  agency: "Agency",
  lead: "Lead",
  month: "Month it is due",
  none: "Nothing: one list",
};

const sortNames: Record<SortKey, string> = {
  report: "As in the report",
  agency: "Agency",
  lead: "Lead",
  due: "Due",
  rating: "Rating, least good first",
  evidence: "Evidence, least first",
  checks: "Checks, fewest first",
  updated: "Update, oldest first",
};

interface ArrangeMenuProps {
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
}

/** What the actions stand under, and in which order. */
export function ArrangeMenu({ arrangement, onArrange }: ArrangeMenuProps) {
  const { grouping, sort, descending } = arrangement;
  return (
    <Menu
      checkedValues={{ group: [grouping], sort: [sort], way: descending ? ["descending"] : [] }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const value = checkedItems.at(-1);
        if (name === "way") return onArrange({ ...arrangement, descending: value !== undefined });
        onArrange({
          ...arrangement,
          grouping: groupings.find((each) => name === "group" && each === value) ?? grouping,
          sort: sortKeys.find((each) => name === "sort" && each === value) ?? sort,
        });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<GroupListRegular />}
          menuIcon={null}
          aria-label="Group and sort"
          title="Group and sort"
        />
      </MenuTrigger>
      <MenuPopover className="plan-choices">
        <MenuList>
          <GroupChoices />
          <MenuDivider />
          <SortChoices />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function GroupChoices() {
  return (
    <MenuGroup>
      <MenuGroupHeader>Group by</MenuGroupHeader>
      {groupings.map((each) => (
        <MenuItemRadio key={each} name="group" value={each}>
          {groupingNames[each]}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}

function SortChoices() {
  return (
    <MenuGroup>
      <MenuGroupHeader>Sort by</MenuGroupHeader>
      {sortKeys.map((each) => (
        <MenuItemRadio key={each} name="sort" value={each}>
          {sortNames[each]}
        </MenuItemRadio>
      ))}
      <MenuItemCheckbox name="way" value="descending">
        The other way round
      </MenuItemCheckbox>
    </MenuGroup>
  );
}

interface ColumnMenuProps {
  readonly columns: readonly Column[];
  readonly hidden: ReadonlySet<string>;
  readonly onHide: (hidden: ReadonlySet<string>) => void;
}

/** Which columns are shown. */
export function ColumnMenu({ columns, hidden, onHide }: ColumnMenuProps) {
  const choice = columns.filter(({ needed }) => !needed);
  const shown = choice.filter(({ id }) => !hidden.has(id)).map(({ id }) => id);
  return (
    <Menu
      checkedValues={{ column: shown }}
      onCheckedValueChange={(_, { checkedItems }) =>
        onHide(new Set(choice.map(({ id }) => id).filter((id) => !checkedItems.includes(id))))
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<ColumnEditRegular />}
          menuIcon={null}
          aria-label="Columns"
          title="Columns"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choice.map(({ id, name }) => (
            <MenuItemCheckbox key={id} name="column" value={id} persistOnClick>
              {name}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
