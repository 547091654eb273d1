/** An error as SharePoint words it; the HTTP edge writes it in the form that the client asked for. */
export class SharePointError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "SharePointError";
    this.status = status;
    this.code = code;
  }
}

const invalidQuery = "-1, Microsoft.SharePoint.Client.InvalidClientQueryException";
const sharePointException = "Microsoft.SharePoint.SPException";

/** A method that does something, asked as if it only read. */
export const methodNotAllowed = (method: string, name: string) =>
  new SharePointError(
    405,
    "-1, Microsoft.SharePoint.Client.ClientServiceException",
    `The HTTP method '${method}' cannot be used to access the resource '${name}'. The operation type of the resource is specified as 'Default'. Please use correct HTTP method to invoke the resource.`,
  );

export const accessDenied = () =>
  new SharePointError(
    403,
    "-2147024891, System.UnauthorizedAccessException",
    "Access is denied. (Exception from HRESULT: 0x80070005 (E_ACCESSDENIED))",
  );

export const listMissing = (title: string, siteUrl: string) =>
  new SharePointError(
    404,
    "-1, System.ArgumentException",
    `List '${title}' does not exist at site with URL '${siteUrl}'.`,
  );

/** A list that the site itself keeps. */
export const keptBySite = () =>
  new SharePointError(
    400,
    `-2130575305, ${sharePointException}`,
    "This list is kept by the site and cannot be changed.",
  );

export const listIdMissing = () =>
  new SharePointError(
    404,
    "-2130575322, Microsoft.SharePoint.SPException",
    "List does not exist. The page you selected contains a list that does not exist. It may have been deleted by another user.",
  );

export const listExists = () =>
  new SharePointError(
    500,
    `-2130575342, ${sharePointException}`,
    "A list, survey, discussion board, or document library with the specified title already exists in this Web site. Please choose another title.",
  );

export const itemMissing = () =>
  new SharePointError(
    404,
    "-2130575338, System.ArgumentException",
    "Item does not exist. It may have been deleted by another user.",
  );

export const fieldMissing = (name: string) =>
  new SharePointError(
    400,
    "-2147024809, System.ArgumentException",
    `Column '${name}' does not exist. It may have been deleted by another user.`,
  );

export const fileMissing = (path: string) =>
  new SharePointError(
    404,
    "-2130575338, Microsoft.SharePoint.SPException",
    `The file ${path} does not exist.`,
  );

export const folderMissing = () =>
  new SharePointError(404, "-2147024894, System.IO.FileNotFoundException", "File Not Found.");

/** What was to be done lies inside a folder that is not there. */
export const directoryMissing = () =>
  new SharePointError(404, "-2147024893, System.IO.DirectoryNotFoundException", "File Not Found.");

export const principalMissing = (what: string) =>
  new SharePointError(404, `-2146232832, ${sharePointException}`, `${what} cannot be found.`);

export const roleMissing = () =>
  new SharePointError(
    404,
    "-2147024809, System.ArgumentException",
    "Cannot find the specified role definition.",
  );

export const propertyMissing = (name: string) =>
  new SharePointError(400, invalidQuery, `The field or property '${name}' does not exist.`);

export const propertyNotOfType = (name: string, type: string) =>
  new SharePointError(
    400,
    invalidQuery,
    `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`,
  );

export const queryInvalid = (message: string) => new SharePointError(400, invalidQuery, message);

export const argumentInvalid = (message: string) =>
  new SharePointError(400, "-2147024809, System.ArgumentException", message);

export const refused = (message: string) =>
  new SharePointError(400, `-1, ${sharePointException}`, message);

export const etagMismatch = (given: string, actual: string) =>
  new SharePointError(
    412,
    "-1, Microsoft.SharePoint.Client.ClientServiceException",
    `The request ETag value '${given}' does not match the object's ETag value '${actual}'.`,
  );

/** Knows the fields, because a form tells each beside its own. */
export class DuplicateValuesError extends SharePointError {
  readonly fields: readonly { readonly name: string; readonly title: string }[];

  constructor(fields: readonly { readonly name: string; readonly title: string }[]) {
    super(
      400,
      "-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException",
      `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${fields.map(({ title }) => title).join(", ")}].`,
    );
    this.name = "DuplicateValuesError";
    this.fields = fields;
  }
}

/** A column's validation, or the list's own, does not let a value through; a form tells it beside the field. */
export class ValidationFailedError extends SharePointError {
  readonly fields: readonly { readonly name: string }[];

  constructor(field: { readonly name: string } | undefined, message: string) {
    super(400, "-2130575163, Microsoft.SharePoint.SPListDataValidationException", message);
    this.name = "ValidationFailedError";
    this.fields = field ? [field] : [];
  }
}

export const nameExists = (name: string) =>
  new SharePointError(
    400,
    `-2130575257, ${sharePointException}`,
    `A file or folder with the name ${name} already exists.`,
  );

export const thresholdExceeded = () =>
  new SharePointError(
    500,
    "-2147024860, Microsoft.SharePoint.SPQueryThrottledException",
    "The attempted operation is prohibited because it exceeds the list view threshold.",
  );

export const tooManyLookups = () =>
  new SharePointError(
    500,
    "-2147024749, Microsoft.SharePoint.SPQueryThrottledException",
    "The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.",
  );

export const tooLarge = (limit: number) =>
  new SharePointError(
    413,
    "-2147024882, System.OutOfMemoryException",
    `The request body is larger than ${limit} bytes.`,
  );

/** What this service does not do it says, so that nobody takes silence for success. */
export const notImplemented = (method: string, address: string) =>
  new SharePointError(
    501,
    "-1, System.NotImplementedException",
    `The local SharePoint service does not answer ${method} ${address}.`,
  );
