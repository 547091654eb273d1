import { MenuButton } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-menu";
import type { ViewButton } from "./view-buttons.ts";

interface MoreMenuProps {
  readonly buttons: readonly ViewButton[];
  readonly onView: (word: string) => void;
}

/** What has no room on a phone. */
export function MoreMenu({ buttons, onView }: MoreMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          menuIcon={null}
          aria-label="More to do"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {buttons.map(({ word, name, Icon }) => (
            <MenuItem key={word} icon={<Icon />} onClick={() => onView(word)}>
              {name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
