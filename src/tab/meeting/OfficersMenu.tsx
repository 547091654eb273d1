import type { Officer } from "#plan/meeting.ts";
import { isSame } from "#plan/meeting-rules.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { handOver, nameSecretary } from "#usecases/meeting/lead-meeting.ts";
import { MenuButton } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import {
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-menu";
import { useRoom } from "./room.ts";
import { type Officers, useOfficers } from "./use-officers.ts";

/** Who chairs and who records; anybody of the group may take a chair whose holder is gone. */
export function OfficersMenu() {
  const { leads, meeting, view, store, act } = useRoom();
  const { loginName, name } = view.open.me;
  const officers = useOfficers(store, view.open.me);
  const others = officers.filter((officer) => !isSame(officer, meeting.chair));
  const take = () => void act((led) => handOver({ meetings: store }, led, { loginName, name }));
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          menuIcon={null}
          aria-label="Chair and secretary"
          title="Chair and secretary"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {leads ? (
            <ChairsChoices others={others} />
          ) : (
            <MenuItem onClick={take}>Take the chair</MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function ChairsChoices({ others }: { others: Officers }) {
  const { meeting, store, act } = useRoom();
  const { secretary } = meeting;
  const announce = useAnnounce();
  async function name(to: Officer): Promise<void> {
    if (await act((led) => nameSecretary({ meetings: store }, led, to)))
      announce(`${to.name} writes down what is said.`);
  }
  if (others.length === 0) return <MenuItem disabled>Nobody else is in the group</MenuItem>;
  return (
    <>
      <MenuGroup>
        <MenuGroupHeader>Give the chair to</MenuGroupHeader>
        {others.map((to) => (
          <MenuItem
            key={to.loginName}
            onClick={() => void act((led) => handOver({ meetings: store }, led, to))}
          >
            {to.name}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuGroup>
        <MenuGroupHeader>Secretary</MenuGroupHeader>
        {others.map((to) => (
          <MenuItem key={to.loginName} onClick={() => void name(to)}>
            {secretary && isSame(to, secretary) ? `${to.name} (records now)` : to.name}
          </MenuItem>
        ))}
      </MenuGroup>
    </>
  );
}
