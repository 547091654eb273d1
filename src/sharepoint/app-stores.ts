import { InjectHeaders } from "@pnp/queryable";
import * as v from "valibot";
import { ConflictError } from "#plan/errors.ts";
import type { ChannelStore, Members, MemberStore } from "#usecases/ports/members.ts";
import { roleGroups } from "./access.ts";
import { rethrow } from "./errors.ts";
import { membersOf } from "./members.ts";
import { whole } from "./whole.ts";
import { rowsOf } from "./queries.ts";
import { definitionColumns, toAgency } from "./definition-rows.ts";
import type { Site } from "./site.ts";

/** Who is in the groups of a plan's site. */
export class SharePointMemberStore implements MemberStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async of(): Promise<Members> {
    const agencies = (await rowsOf(this.#site.sp, "Agencies", definitionColumns.Agencies)).map(
      toAgency,
    );
    const groups = [...Object.values(roleGroups), ...agencies.map(({ group }) => group)];
    const members = await membersOf(this.#site, groups);
    return {
      agencies: agencies.map(({ shortName, group }) => ({
        agency: shortName,
        loginNames: members.get(group) ?? [],
      })),
      owners: members.get(roleGroups.owner) ?? [],
      everybody: [...new Set([...members.values()].flat())],
    };
  }
}

const channelRow = v.object({ Channel: v.nullish(v.string()) });

/** Which channel a plan's cards go to. */
export class SharePointChannelStore implements ChannelStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async adopt(planId: number, conversation: string, instead?: string): Promise<void> {
    const item = this.#site.sp.web.lists.getByTitle("Plans").items.getById(whole(planId));
    // With its metadata, for the version: of two channels that adopt at once, one is told that it was late.
    const found: unknown = await item.using(InjectHeaders({ Accept: "application/json" }))();
    const { Channel } = v.parse(channelRow, found);
    if (Channel === conversation) return;
    if (Channel && Channel !== instead) throw new ConflictError("The plan has a channel by now.");
    const { "odata.etag": version } = v.parse(v.object({ "odata.etag": v.string() }), found);
    await this.#site.sp.web.lists
      .getByTitle("Plans")
      .items.getById(planId)
      .update({ Channel: conversation }, version)
      .catch(rethrow("remember the plan's channel"));
  }
}
