import type { ThemeName } from "#tab/teams/host.ts";
import { teamsLightTheme, type Theme } from "@fluentui/react-components";

const fetched = new Map<ThemeName, Theme>();

/** Fluent's theme for that look of Teams. Throws where it was not fetched. */
export function themeOf(name: ThemeName): Theme {
  const theme = name === "default" ? teamsLightTheme : fetched.get(name);
  if (!theme) throw new Error(`The theme "${name}" was not fetched.`);
  return inOurFonts(theme);
}

/** Most see Teams' default look: the others are made for those who do not. Rejects where they cannot be fetched. */
export async function fetchTheme(name: ThemeName): Promise<void> {
  if (name === "default" || fetched.has(name)) return;
  const { teamsDarkTheme, teamsHighContrastTheme } = await import("./other-themes.ts");
  fetched.set("dark", teamsDarkTheme).set("contrast", teamsHighContrastTheme);
}

/** Fluent's list has what Windows, Apple and Android have; on Linux this one comes nearest in width. */
function inOurFonts(theme: Theme): Theme {
  return {
    ...theme,
    fontFamilyBase: theme.fontFamilyBase.replace("-apple-system", "'Open Sans', -apple-system"),
  };
}
