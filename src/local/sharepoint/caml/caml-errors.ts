import { SharePointError } from "../errors.ts";

const exception = "Microsoft.SharePoint.SPException";

/** XML that is none, or that CAML does not know. */
export const camlInvalid = () =>
  new SharePointError(
    500,
    `-2147467259, ${exception}`,
    "Cannot complete this action.\n\nPlease try again.",
  );

/** A column in CAML that the list does not have. */
export const camlFieldMissing = () =>
  new SharePointError(
    500,
    `-2130575340, ${exception}`,
    "One or more field types are not installed properly. Go to the list settings page to delete these fields.",
  );

/** What SharePoint knows and this service does not. */
export const camlUnsupported = (element: string) =>
  new SharePointError(
    501,
    "-1, System.NotImplementedException",
    `The local SharePoint service does not know ${element}.`,
  );
