import * as v from "valibot";
import "@pnp/sp/fields/index.js";
import type { SiteState, SiteStore } from "#usecases/ports/site.ts";
import { rethrow } from "./errors.ts";
import { typeNames } from "./field-xml.ts";
import type { ListDefinition } from "./list-definition.ts";
import { toMe, toUser, userColumns } from "./me.ts";
import { inOneBatch } from "./queries.ts";
import { lists, planLists } from "./schema.ts";
import { site, type Site, type SiteOptions } from "./site.ts";

const titles = v.array(v.object({ Title: v.string() }));
const fields = v.array(v.object({ InternalName: v.string(), TypeAsString: v.string() }));
const admin = v.object({ IsSiteAdmin: v.boolean() });

/** What a plan cannot be read or written without: the rest can be set up later. */
const needed = lists.filter(({ title }) => planLists.some((name) => name === title));

/** The site as the owner of the token sees it; fetched where there is no plan to open. */
export function connectSite(options: SiteOptions): SiteStore {
  return new SharePointSiteStore(site(options));
}

/** Looks at a site with the rights of somebody who may only read it: `action-plan doctor` sees more. */
export class SharePointSiteStore implements SiteStore {
  readonly #site: Site;

  constructor(connected: Site) {
    this.#site = connected;
  }

  async look(): Promise<SiteState> {
    return this.#look().catch(rethrow(`see the site ${this.#site.url}`));
  }

  async #look(): Promise<SiteState> {
    const first = await inOneBatch(this.#site, (sp) => ({
      user: sp.web.currentUser.select(...userColumns, "IsSiteAdmin").expand("Groups")<unknown>(),
      lists: sp.web.lists.select("Title")<unknown>(),
    }));
    const found = new Set(v.parse(titles, first.lists).map(({ Title }) => Title));
    const there = needed.filter(({ title }) => found.has(title));
    return {
      missing: [
        ...needed.filter((list) => !there.includes(list)).map(listMissing),
        ...(await this.#columnsMissing(there)),
      ],
      roles: toMe(toUser(first.user), []).roles,
      administers: v.parse(admin, first.user).IsSiteAdmin,
    };
  }

  /** Of lists that an earlier version of the app set up, or that somebody changed since; another type is another column. */
  async #columnsMissing(there: readonly ListDefinition[]): Promise<readonly string[]> {
    const rows = await inOneBatch(this.#site, (sp) =>
      there.map(({ title }) =>
        sp.web.lists.getByTitle(title).fields.select("InternalName", "TypeAsString")<unknown>(),
      ),
    );
    return there.flatMap(({ title, columns }, at) => {
      const types = new Map(
        v
          .parse(fields, rows[at])
          .map(({ InternalName, TypeAsString }) => [InternalName, TypeAsString]),
      );
      return columns
        .filter(({ name, kind }) => types.get(name) !== typeNames[kind])
        .map(({ name, kind }) => {
          const type = types.get(name);
          const other = type === undefined ? "" : ` as ${typeNames[kind]} (it is ${type} now)`;
          return `the column “${title}.${name}”${other}`;
        });
    });
  }
}

function listMissing({ title }: ListDefinition): string {
  return `the list “${title}”`;
}
