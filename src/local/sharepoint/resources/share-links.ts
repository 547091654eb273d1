import { z } from "zod";
import { argumentInvalid } from "../errors.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { readInstant } from "../items/instant.ts";
import { Complex, value, type Answer } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import { breakInheritance, type Securable } from "../permissions/securable.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { principalById, type Principal } from "../store/principals.ts";
import { text, type Row } from "../store/row.ts";
import {
  dropShareLinks,
  keepShareLink,
  shareLinksOf,
  type ShareLink,
} from "../store/share-links.ts";
import type { Resource } from "./resource.ts";

/** SP.SharingLinkKind, as far as links of it can be made. */
const linkKind = {
  direct: 1,
  organizationView: 2,
  organizationEdit: 3,
  anonymousView: 4,
  anonymousEdit: 5,
} as const;
const kinds: readonly number[] = Object.values(linkKind);

const wanted = z.object({
  request: z.looseObject({
    createLink: z.boolean().default(true),
    settings: z.looseObject({
      linkKind: z.number().int(),
      expiration: z.string().nullish(),
    }),
  }),
});
const unwanted = z.looseObject({ linkKind: z.number().int() });

/** What is shared: an item of a list, a file or a folder. */
export interface Shared {
  readonly list: List;
  readonly row: Row;
  readonly find: () => Securable;
}

/** Links to one thing: made, told and taken back. Whoever follows one finds nothing: no page of this service opens it. */
export function shareLinkSteps(session: Session, shared: Shared): NonNullable<Resource["steps"]> {
  const drop = (name: string) => (): Resource => ({
    post: (request) => {
      mayShare(session, shared);
      const { linkKind: kind } = parseBody(unwanted, request);
      dropShareLinks(session.database, text(shared.row, "uid"), kind);
      return { kind: "null", name };
    },
  });
  return {
    sharelink: () => ({ post: (request) => shareLink(session, shared, request) }),
    deletelinkbykind: drop("DeleteLinkByKind"),
    unsharelink: drop("UnshareLink"),
  };
}

/** The links that there are to a thing, as its sharing information tells them. */
export function shareLinkDetails(session: Session, { row }: Shared): Complex[] {
  return shareLinksOf(session.database, text(row, "uid")).map(
    (link) =>
      new Complex("SP.Sharing.LinkInfo", {
        isInherited: false,
        linkDetails: linkInfo(session, link),
      }),
  );
}

function mayShare(session: Session, { list, row }: Shared): void {
  requireWrite(session, list, row, right.editListItems);
}

/** A link opens permissions of its own, as SharePoint does; the direct one leads to whoever has them already. */
function shareLink(session: Session, shared: Shared, request: ApiRequest): Answer {
  mayShare(session, shared);
  const { settings } = parseBody(wanted, request).request;
  const { linkKind: kind, expiration } = settings;
  if (!kinds.includes(kind)) throw argumentInvalid(`There is no link of the kind ${kind}.`);
  const expires = expiration ? readInstant(expiration) : "";
  if (expires === undefined) throw argumentInvalid(`'${expiration ?? ""}' is not a date.`);
  const securable = shared.find();
  if (kind !== linkKind.direct && !securable.unique)
    breakInheritance(session, securable, { copy: true, clear: false });
  const made = { kind, author: session.caller.id, created: session.now, expires };
  const link = keepShareLink(session.database, text(shared.row, "uid"), made);
  return value(
    "ShareLink",
    "SP.Sharing.ShareLinkResponse",
    new Complex("SP.Sharing.ShareLinkResponse", {
      sharingLinkInfo: linkInfo(session, link),
    }),
  );
}

function linkInfo({ database, site }: Session, link: ShareLink): Complex {
  const { id, kind, token, author, created, expires } = link;
  const by = principalById(database, author);
  const anonymous = kind === linkKind.anonymousView || kind === linkKind.anonymousEdit;
  const edits = kind === linkKind.organizationEdit || kind === linkKind.anonymousEdit;
  return new Complex("SP.SharingLinkInfo", {
    AllowsAnonymousAccess: anonymous,
    ApplicationId: null,
    Created: created,
    CreatedBy: by ? principalOf(by) : null,
    Description: null,
    Embeddable: false,
    Expiration: expires,
    HasExternalGuestInvitees: false,
    IsActive: true,
    IsAddressBarLink: false,
    IsCreateOnlyLink: false,
    IsDefault: true,
    IsEditLink: edits,
    IsFormsLink: false,
    IsManageListLink: false,
    IsReviewLink: false,
    IsUnhealthy: false,
    LastModified: created,
    LinkKind: kind,
    PasswordProtected: false,
    RestrictedShareMembership: false,
    ShareId: id,
    ShareTokenString: `share=${token}`,
    SharingLinkStatus: 0,
    TrackLinkUsers: false,
    Url: `${site.origin}/:u:/s${site.path}/${token}`,
  });
}

function principalOf({ id, title, email, login }: Principal): Complex {
  return new Complex("SP.Sharing.Principal", {
    email,
    expiration: null,
    id,
    isActive: true,
    isExternal: false,
    loginName: login,
    name: title,
    principalType: 1,
  });
}
