import { z } from "zod";
import { accessDenied } from "../errors.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { Complex, value, type Answer } from "../odata/entity.ts";
import { ensureUser } from "../permissions/ensure-user.ts";
import { everyone } from "../permissions/everyone.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { allPrincipals, groupByName, membersOf, type Principal } from "../store/principals.ts";
import type { Resource } from "./resource.ts";

/** SP.PrincipalType, as far as there are such principals here. */
const principalType = { user: 1, group: 8 } as const;

/** SP.PrincipalType of a group that is none of the site's. */
const everybody = 4;

/** Somebody or some group that can be picked; `id` is -1 for people whom only the directory knows. */
interface Found {
  readonly id: number;
  readonly type: number;
  readonly login: string;
  readonly title: string;
  readonly email: string;
}

const resolveBody = z.looseObject({
  input: z.string(),
  scopes: z.number().int().default(15),
  inputIsEmailOnly: z.boolean().default(false),
  addToUserInfoList: z.boolean().default(false),
});
const searchBody = z.looseObject({
  input: z.string(),
  scopes: z.number().int().default(15),
  groupName: z.string().nullish(),
  maxCount: z.number().int().min(1).max(500).default(10),
});
const expandBody = z.looseObject({
  inputs: z.array(z.string()).max(100),
  maxCount: z.number().int().min(1).max(500).default(30),
});
const pickBody = z.object({
  queryParams: z.looseObject({
    QueryString: z.string(),
    PrincipalType: z.number().int().default(15),
    MaximumEntitySuggestions: z.number().int().min(1).max(500).default(30),
  }),
});

const utility = "sp.utilities.utility.";
const picker = "sp.ui.applicationpages.clientpeoplepickerwebserviceinterface.";

const posting = (work: (request: ApiRequest) => Answer) => (): Resource => ({ post: work });

/** Finding people and groups by what is typed of them: `SP.Utilities.Utility`, and what people pickers ask. */
export function peopleServiceSteps(session: Session): NonNullable<Resource["steps"]> {
  return {
    [`${utility}getcurrentuseremailaddresses`]: posting(() =>
      value("GetCurrentUserEmailAddresses", "Edm.String", session.caller.email),
    ),
    [`${utility}resolveprincipalincurrentcontext`]: posting((request) => resolve(session, request)),
    [`${utility}searchprincipalsusingcontextweb`]: posting((request) => search(session, request)),
    [`${utility}expandgroupstoprincipals`]: posting((request) => expand(session, request)),
    [`${picker}clientpeoplepickersearchuser`]: posting((request) => pick(session, request, false)),
    [`${picker}clientpeoplepickerresolveuser`]: posting((request) => pick(session, request, true)),
  };
}

function resolve(session: Session, request: ApiRequest): Answer {
  const body = parseBody(resolveBody, request);
  const name = "ResolvePrincipalInCurrentContext";
  const found = known(session, body.scopes).find((one) =>
    isMeant(one, body.input, body.inputIsEmailOnly),
  );
  if (!found) return { kind: "null", name };
  const id = body.addToUserInfoList ? (ensureUser(session, found.login)?.id ?? found.id) : found.id;
  return value(name, "SP.Utilities.PrincipalInfo", principalInfo({ ...found, id }));
}

function search(session: Session, request: ApiRequest): Answer {
  const { input, scopes, groupName, maxCount } = parseBody(searchBody, request);
  const group = groupName ? groupByName(session.database, groupName) : undefined;
  const among = group ? members(session, group.id) : known(session, scopes);
  return infos(
    "SearchPrincipalsUsingContextWeb",
    among.filter((one) => begins(one, input)),
    maxCount,
  );
}

function expand(session: Session, request: ApiRequest): Answer {
  const { inputs, maxCount } = parseBody(expandBody, request);
  const all = inputs.flatMap((input) => {
    const group = groupByName(session.database, input);
    if (group) return members(session, group.id);
    const named = everyone(input);
    if (named)
      return [{ id: -1, type: everybody, login: named.loginName, title: named.name, email: "" }];
    return known(session, principalType.user).filter((one) => isMeant(one, input, false));
  });
  return infos("ExpandGroupsToPrincipals", all, maxCount);
}

/** The answer of a people picker is text that holds JSON; one entity, or a list of them. */
function pick(session: Session, request: ApiRequest, one: boolean): Answer {
  const { queryParams: query } = parseBody(pickBody, request);
  const among = known(session, query.PrincipalType);
  const name = one ? "ClientPeoplePickerResolveUser" : "ClientPeoplePickerSearchUser";
  const found = one
    ? among.filter((each) => isMeant(each, query.QueryString, false))
    : among.filter((each) => begins(each, query.QueryString));
  const entities = found.slice(0, query.MaximumEntitySuggestions).map(entityOf);
  const [first = unresolved(query.QueryString)] = entities;
  return value(name, "Edm.String", JSON.stringify(one ? first : entities));
}

/** Whom the site knows, and whom the directory does. Throws 403 for whoever may not look through people. */
function known({ access, site, database }: Session, types: number): Found[] {
  if (!access.can(site.scope, right.browseUserInfo)) throw accessDenied();
  const users = allPrincipals(database, "user").map(foundUser);
  const logins = new Set(users.map(({ login }) => login.toLowerCase()));
  const others = site.directory
    .filter(({ loginName }) => !logins.has(loginName.toLowerCase()))
    .map(({ loginName: login, name: title, email }) => ({
      id: -1,
      type: principalType.user,
      login,
      title,
      email,
    }));
  const groups = allPrincipals(database, "group").map((group) => ({
    ...group,
    type: principalType.group,
  }));
  return [...users, ...others, ...groups].filter(({ type }) => (types & type) !== 0);
}

const foundUser = (user: Principal): Found => ({ ...user, type: principalType.user });

function members({ database }: Session, group: number): Found[] {
  return membersOf(database, group).map(foundUser);
}

/** The whole login name, its last part, the address, or, unless only addresses are meant, the name. */
function isMeant({ login, email, title }: Found, input: string, emailOnly: boolean): boolean {
  const wanted = input.trim().toLowerCase();
  const names = emailOnly ? [email] : [email, title, login, login.split("|").at(-1) ?? ""];
  return wanted !== "" && names.some((name) => name.toLowerCase() === wanted);
}

/** Any word of the name, the address or the login name's last part begins like this. */
function begins({ login, email, title }: Found, input: string): boolean {
  const wanted = input.trim().toLowerCase();
  const names = [title, ...title.split(" "), email, login, login.split("|").at(-1) ?? ""];
  return wanted !== "" && names.some((name) => name.toLowerCase().startsWith(wanted));
}

function infos(name: string, found: readonly Found[], most: number): Answer {
  return value(
    name,
    "Collection(SP.Utilities.PrincipalInfo)",
    found.slice(0, most).map(principalInfo),
  );
}

function principalInfo({ id, type, login, title, email }: Found): Complex {
  return new Complex("SP.Utilities.PrincipalInfo", {
    Department: null,
    DisplayName: title,
    Email: email,
    JobTitle: null,
    LoginName: login,
    Mobile: null,
    PrincipalId: id,
    PrincipalType: type,
    SIPAddress: null,
  });
}

function entityOf({ id, type, login, title, email }: Found) {
  const isUser = type === principalType.user;
  return {
    Key: login,
    DisplayText: title,
    IsResolved: true,
    Description: isUser ? email : title,
    EntityType: isUser ? "User" : "SPGroup",
    EntityGroupName: "",
    HierarchyIdentifier: null,
    EntityData: isUser
      ? { Title: "", MobilePhone: "", Department: "", Email: email, PrincipalType: "User" }
      : { SPGroupID: String(id), AccountName: title, PrincipalType: "SharePointGroup" },
    MultipleMatches: [],
    ProviderName: "Tenant",
    ProviderDisplayName: "Tenant",
  };
}

function unresolved(asked: string) {
  return {
    Key: asked,
    DisplayText: asked,
    IsResolved: false,
    Description: asked,
    EntityType: "",
    EntityGroupName: "",
    HierarchyIdentifier: null,
    EntityData: {},
    MultipleMatches: [],
    ProviderName: "",
    ProviderDisplayName: "",
  };
}
