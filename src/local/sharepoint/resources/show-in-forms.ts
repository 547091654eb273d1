import type { FieldSettings } from "../fields/field.ts";
import type { Segment } from "../odata/address.ts";
import type { Answer } from "../odata/entity.ts";
import type { Resource } from "./resource.ts";

/** `setShowInDisplayForm(true)` and its two sisters. */
export function showSteps(
  change: (settings: Partial<FieldSettings>) => Answer,
): NonNullable<Resource["steps"]> {
  const show =
    (setting: "showInDisplayForm" | "showInEditForm" | "showInNewForm") =>
    (segment: Segment): Resource => ({
      post: () => {
        const [given] = [...segment.positional, ...segment.named.values()];
        change({ [setting]: given === true || given === "true" || given === 1 });
        return { kind: "null", name: segment.name };
      },
    });
  return {
    setshowindisplayform: show("showInDisplayForm"),
    setshowineditform: show("showInEditForm"),
    setshowinnewform: show("showInNewForm"),
  };
}
