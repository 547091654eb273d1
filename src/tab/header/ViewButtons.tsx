import { Button } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { lazy, Suspense } from "react";
import type { PlanHeaderProps } from "./plan-header-props.ts";
import { useLayout } from "#tab/layout/use-layout.ts";
import { buttonsOf } from "./view-buttons.ts";
import { fetched } from "#tab/later/fetched.ts";

const MoreMenu = lazy(async () => ({
  default: (await fetched(() => import("./MoreMenu.tsx"))).MoreMenu,
}));

/** The views that are something to do: Import, Export. A phone has them in a menu. */
export function ViewButtons({ views, onView }: Pick<PlanHeaderProps, "views" | "onView">) {
  const layout = useLayout();
  const buttons = buttonsOf(views);
  if (buttons.length === 0) return null;
  if (layout === "phone")
    return (
      <Suspense
        fallback={
          <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label="More to do" />
        }
      >
        <MoreMenu {...{ buttons, onView }} />
      </Suspense>
    );
  return buttons.map(({ word, name, Icon }) => (
    <Button key={word} icon={<Icon />} onClick={() => onView(word)}>
      {name}
    </Button>
  ));
}
