import { HostConfig } from "adaptivecards";

const colours = ["default", "dark", "light", "accent", "good", "warning", "attention"] as const;
const containers = ["default", "emphasis", "accent", "good", "warning", "attention"] as const;

/**
 * How Teams draws cards. All colours are variables of the page's style sheet: a card follows a change
 * of theme without being drawn again, so nothing that was typed in it is lost.
 */
export const cardLook = new HostConfig({
  fontFamily: "inherit",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  supportsInteractivity: true,
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: Object.fromEntries(
    containers.map((style) => [
      style,
      {
        backgroundColor: `var(--card-${style})`,
        foregroundColors: Object.fromEntries(
          colours.map((colour) => [
            colour,
            { default: `var(--text-${colour})`, subtle: `var(--text-${colour}-subtle)` },
          ]),
        ),
      },
    ]),
  ),
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    actionsOrientation: "horizontal",
    actionAlignment: "left",
  },
  adaptiveCard: { allowCustomStyle: false },
  // Below the page's own headings, so that a screen reader hears a card's as headings at all.
  textBlock: { headingLevel: 3 },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: {
        weight: "bolder",
        color: "default",
        size: "default",
        suffix: " *",
        suffixColor: "attention",
      },
      optionalInputs: { weight: "bolder", color: "default", size: "default" },
    },
    errorMessage: { color: "attention", size: "small", weight: "default", spacing: "small" },
  },
  factSet: {
    title: { color: "default", size: "default", weight: "bolder", wrap: true, maxWidth: 150 },
    value: { color: "default", size: "default", weight: "default", wrap: true },
    spacing: 12,
  },
});
