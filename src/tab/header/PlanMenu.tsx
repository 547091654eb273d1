import type { Plan } from "#plan/plan.ts";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import { MenuButton } from "@fluentui/react-components";
import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-menu";

interface PlanMenuProps {
  readonly plan: Plan;
  readonly plans: readonly PlanSummary[];
  readonly onChoose: (planId: number) => void;
}

/** The plan's title as a menu of the site's plans; loaded only where there are several. */
export function PlanMenu({ plan, plans, onChoose }: PlanMenuProps) {
  return (
    <Menu
      positioning={{ autoSize: "height" }}
      checkedValues={{ plan: [String(plan.id)] }}
      onCheckedValueChange={(_, { checkedItems }) => onChoose(Number(checkedItems.at(-1)))}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="transparent" className="plan-menu">
          {plan.title}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="plan-choices">
        <MenuList>
          {plans.map(({ id, title, unreadable }) => (
            <MenuItemRadio
              key={id}
              name="plan"
              value={String(id)}
              disabled={unreadable !== undefined}
              {...(unreadable === undefined ? {} : { secondaryContent: "Cannot be opened" })}
            >
              {title}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
