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
  /** Where that is chosen here. */
  readonly text: FullTextProps | undefined;
}

/** What the actions stand under, and in which order. */
export function ArrangeMenu({ arrangement, onArrange, text }: ArrangeMenuProps) {
  const { grouping, sort, descending } = arrangement;
  return (
    <Menu
      positioning={{ autoSize: "height" }}
      checkedValues={{
        group: [grouping],
        sort: [sort],
        way: descending ? ["descending"] : [],
        ...(text && fullTextOf(text)),
      }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const value = checkedItems.at(-1);
        if (name === fullText) return text?.onFull(value !== undefined);
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
          title="Group and sort"
        />
      </MenuTrigger>
      <MenuPopover className="plan-choices">
        <MenuList>
          <GroupChoices />
          <MenuDivider />
          <SortChoices />
          {text && <MenuDivider />}
          {text && <FullTextChoice />}
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

interface ColumnMenuProps extends FullTextProps {
  readonly columns: readonly Column[];
  readonly hidden: ReadonlySet<string>;
  readonly onHide: (hidden: ReadonlySet<string>) => void;
}

/** Which columns are shown, and how much of their words. */
export function ColumnMenu({ columns, hidden, onHide, ...text }: ColumnMenuProps) {
  const choice = columns.filter(({ needed }) => !needed);
  const shown = choice.filter(({ id }) => !hidden.has(id)).map(({ id }) => id);
  return (
    <Menu
      checkedValues={{ column: shown, ...fullTextOf(text) }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        if (name === fullText) text.onFull(checkedItems.length > 0);
        else onHide(new Set(choice.map(({ id }) => id).filter((id) => !checkedItems.includes(id))));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<ColumnEditRegular />}
          menuIcon={null}
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
          <MenuDivider />
          <FullTextChoice />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

interface FullTextProps {
  /** Whether rows show all of their words. */
  readonly full: boolean;
  readonly onFull: (full: boolean) => void;
}

const fullText = "full-text";

function fullTextOf({ full }: FullTextProps): Record<string, string[]> {
  return { [fullText]: full ? ["yes"] : [] };
}

function FullTextChoice() {
  return (
    <MenuItemCheckbox name={fullText} value="yes">
      Show full text
    </MenuItemCheckbox>
  );
}
