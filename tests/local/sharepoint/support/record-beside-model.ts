import { deepStrictEqual as deepEqual, strictEqual as equal } from "node:assert";
import { RecordModel, type Folder, type Level } from "./record-model.ts";
import { loginOf, type LocalSite } from "./site.ts";

interface Add {
  readonly kind: "add";
  readonly person: string;
  readonly folder: Folder;
  readonly title: string;
}
interface Change {
  readonly kind: "change";
  readonly person: string;
  readonly place: number;
  readonly title: string;
  readonly late: boolean;
}
interface OnItem {
  readonly kind: "remove" | "look";
  readonly person: string;
  readonly place: number;
}
interface Inherit {
  readonly kind: "inherit";
  readonly does: "isolate" | "rejoin";
  readonly place: number;
}
interface Join {
  readonly kind: "team";
  readonly does: "join" | "leave";
  readonly person: string;
}
interface Grant {
  readonly kind: "grant";
  readonly does: "grant" | "revoke";
  readonly scope: Folder | number;
  readonly principal: string;
  readonly level: Level;
}
export type Step = Add | Change | OnItem | Inherit | Join | Grant;

/** One list in the real service, beside the model of it. */
export class RecordBesideModel {
  readonly #model = new RecordModel();
  readonly #site: LocalSite;
  readonly #title: string;
  readonly #ids: ReadonlyMap<string, number>;
  readonly #item: number[] = [];

  constructor(site: LocalSite, title: string, ids: ReadonlyMap<string, number>) {
    this.#site = site;
    this.#title = title;
    this.#ids = ids;
  }

  async take(taken: Step): Promise<void> {
    switch (taken.kind) {
      case "add":
        return this.#add(taken);
      case "change":
        return this.#change(taken);
      case "remove":
        return this.#remove(taken.person, taken.place);
      case "look":
        return this.look(taken.person, taken.place);
      case "inherit":
        return this.#inherit(taken.does, taken.place);
      case "team":
        return this.#team(taken.does, taken.person);
      case "grant":
        return this.#grant(taken);
    }
  }

  async #add({ person: who, folder, title }: Add) {
    const inside = folder === "open" ? "" : "/closed";
    const answer = await this.#call(who, "POST", "/AddValidateUpdateItemUsingPath()", {
      listItemCreateInfo: {
        FolderPath: { DecodedUrl: `/sites/plan/Lists/${this.#title}${inside}` },
      },
      formValues: [{ FieldName: "Title", FieldValue: title }],
    });
    const added = this.#model.add(who, folder, title);
    equal(outcome(answer.status), added ? "done" : "no");
    if (added) this.#item.push(Number(/"Id","FieldValue":"(\d+)"/.exec(answer.text)?.[1]));
  }

  async #change({ person: who, place: at, title, late }: Change) {
    const item = this.#model.items[at];
    const edition = (item?.edition ?? 1) - (late ? 1 : 0);
    const seen = await this.#call("admin", "GET", `/items(${this.#id(at)})`);
    const etag = (seen.headers.get("etag") ?? '"x,1"').replace(/,\d+/, `,${edition}`);
    const answer = await this.#call(
      who,
      "POST",
      `/items(${this.#id(at)})`,
      { Title: title },
      {
        "X-HTTP-Method": "MERGE",
        "If-Match": etag,
      },
    );
    equal(outcome(answer.status), this.#model.change(who, at, title, edition));
  }

  async #remove(who: string, at: number) {
    const answer = await this.#call(who, "POST", `/items(${this.#id(at)})`, undefined, {
      "X-HTTP-Method": "DELETE",
      "If-Match": "*",
    });
    equal(outcome(answer.status), this.#model.remove(who, at) ? "done" : "no");
  }

  /** By id, by query and by count: three ways to see the same. */
  async look(who: string, at: number) {
    const one = await this.#call(who, "GET", `/items(${this.#id(at)})?$select=Id`);
    equal(outcome(one.status), this.#model.sees(who, at) ? "done" : "no");
    const all = await this.#call(who, "GET", "/items?$select=Id,Title&$filter=FSObjType eq 0");
    const count = await this.#call(who, "GET", "?$select=ItemCount");
    if (who !== "admin" && !this.#model.seesAnything(who)) {
      deepEqual([outcome(all.status), outcome(count.status)], ["no", "no"]);
      return;
    }
    const seen = this.#model.items.flatMap(({ title }, index) =>
      this.#model.sees(who, index) ? [{ Id: this.#id(index), Title: title }] : [],
    );
    deepEqual(all.json, { value: seen });
    deepEqual(count.json, {
      ItemCount: seen.length + (this.#model.seesFolder(who) ? 1 : 0),
    });
  }

  async #inherit(does: "isolate" | "rejoin", at: number) {
    if (!this.#model.sees("admin", at)) return;
    const verb =
      does === "isolate"
        ? "breakroleinheritance(copyroleassignments=false,clearsubscopes=false)"
        : "resetroleinheritance";
    await this.#call("admin", "POST", `/items(${this.#id(at)})/${verb}`);
    this.#model[does](at);
  }

  async #team(does: "join" | "leave", who: string) {
    const users = this.#site.as("admin").web.siteGroups.getByName("Team").users;
    if (does === "join") await users.add(loginOf(who));
    else if (this.#model.team.has(who)) await users.removeByLoginName(loginOf(who));
    this.#model.team[does === "join" ? "add" : "delete"](who);
  }

  async #grant({ does, scope, principal, level }: Grant) {
    if (
      typeof scope === "number" &&
      !(this.#model.sees("admin", scope) && this.#model.isIsolated(scope))
    )
      return;
    const key = typeof scope === "number" ? `item ${scope}` : scope;
    if (does === "revoke" && !this.#model.has(key, principal, level)) return;
    const verb = does === "grant" ? "addroleassignment" : "removeroleassignment";
    const names = `principalid=${this.#ids.get(principal)},roledefid=${this.#ids.get(level)}`;
    const answer = await this.#call(
      "admin",
      "POST",
      `${this.#scopePath(scope)}/roleassignments/${verb}(${names})`,
    );
    equal(outcome(answer.status), "done");
    this.#model[does](key, principal, level);
  }

  #scopePath(scope: Folder | number): string {
    if (typeof scope === "number") return `/items(${this.#id(scope)})`;
    return scope === "open" ? "" : "/items(1)";
  }

  #id(at: number): number {
    return this.#item[at] ?? 9000 + at;
  }

  #call(who: string, method: string, path: string, body?: unknown, headers = {}) {
    return this.#site.call(who, method, `web/lists/getByTitle('${this.#title}')${path}`, {
      headers: { Accept: "application/json;odata=nometadata", ...headers },
      ...(body === undefined ? {} : { body }),
    });
  }
}

function outcome(status: number): string {
  if (status < 300) return "done";
  if (status === 412) return "late";
  return status === 403 || status === 404 ? "no" : `${status}`;
}
