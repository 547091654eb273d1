import type { ThemeName } from "#tab/teams/host.ts";
import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme,
} from "@fluentui/react-components";

/** Fluent's list has what Windows, Apple and Android have; on Linux this one comes nearest in width. */
const fontFamilyBase = teamsLightTheme.fontFamilyBase.replace(
  "-apple-system",
  "'Open Sans', -apple-system",
);

/** Teams' names for its looks, and Fluent's themes for them. */
export const themes: Record<ThemeName, Theme> = {
  default: { ...teamsLightTheme, fontFamilyBase },
  dark: { ...teamsDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
};
