import { InjectHeaders } from "@pnp/queryable";
import type { SPFI } from "@pnp/sp/fi.js";
import "@pnp/sp/files/index.js";
import "@pnp/sp/folders/index.js";
import "@pnp/sp/site-groups/index.js";
import * as v from "valibot";
import { NotFoundError } from "#plan/errors.ts";
import { byCreatedThenId } from "#plan/record-order.ts";
import type { Meeting, MeetingNote, Officer } from "#plan/meeting.ts";
import type { Challenge, Decision } from "#plan/record.ts";
import type {
  MeetingChange,
  MeetingNow,
  MeetingStore,
  NewMeeting,
  NewMeetingNote,
} from "#usecases/ports/meetings.ts";
import { roleGroups } from "./access.ts";
import { appendOnce, itemKey } from "./append-once.ts";
import { isDuplicateValue, isNameTaken, rethrow } from "./errors.ts";
import { meetingColumns, meetingValues, noteColumns, toMeeting, toNote } from "./meeting-rows.ts";
import { whole } from "./whole.ts";
import { inOneBatch, rowsOf } from "./queries.ts";
import { toChallenge, toDecision, wholeRecordColumns } from "./record-rows.ts";
import type { Site } from "./site.ts";

const rows = v.array(v.unknown());
const userRows = v.array(v.object({ LoginName: v.string(), Title: v.string() }));

/** With its metadata, which is where an item's ETag stands. */
const withVersion = () => InjectHeaders({ Accept: "application/json;odata=minimalmetadata" });

/** Meetings that the peer-challenge group holds, and what was said at each, which is only ever added to. */
export class SharePointMeetingStore implements MeetingStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async forPlan(planId: number): Promise<readonly Meeting[]> {
    const found = await this.#meetings(this.#site.sp, `PlanId eq ${whole(planId)}`).catch(
      rethrow("list the meetings of this plan"),
    );
    return found.toSorted((one, other) => (one.starts < other.starts ? 1 : -1));
  }

  async open(meetingId: number): Promise<Meeting> {
    const found = await this.#meetings(this.#site.sp, `Id eq ${whole(meetingId)}`).catch(
      rethrow("open this meeting"),
    );
    return theOnly(found);
  }

  async follow(meetingId: number, afterNote: number): Promise<MeetingNow> {
    const { meetings, notes } = await inOneBatch(this.#site, (sp) => ({
      meetings: this.#meetings(sp, `Id eq ${whole(meetingId)}`),
      notes: this.#notes(sp, `MeetingId eq ${whole(meetingId)} and Id gt ${afterNote}`),
    })).catch(rethrow("follow this meeting"));
    return { meeting: theOnly(meetings), notes };
  }

  async add(meeting: NewMeeting): Promise<Meeting> {
    const key = v.parse(itemKey, meeting.key);
    const { items } = this.#site.sp.web.lists.getByTitle("Meetings");
    await items
      .add({
        Title: `Meeting of ${meeting.starts.slice(0, 10)}`,
        Key: key,
        PlanId: whole(meeting.planId),
        ...meetingValues(meeting),
      })
      .catch((cause: unknown) => {
        // An earlier try arrived, and only its answer was lost.
        if (!isDuplicateValue(cause)) rethrow("plan a meeting")(cause);
      });
    const made = await this.#meetings(this.#site.sp, `Key eq '${key}'`).catch(
      rethrow("open this meeting"),
    );
    return theOnly(made);
  }

  async change(meeting: Meeting, change: MeetingChange): Promise<Meeting> {
    await this.#site.sp.web.lists
      .getByTitle("Meetings")
      .items.getById(whole(meeting.id))
      .update(meetingValues(change), meeting.version)
      .catch(rethrow("change this meeting"));
    return this.open(meeting.id);
  }

  async notes(meetingId: number): Promise<readonly MeetingNote[]> {
    return this.#notes(this.#site.sp, `MeetingId eq ${whole(meetingId)}`).catch(
      rethrow("read what was said at this meeting"),
    );
  }

  async note(note: NewMeetingNote): Promise<{ readonly id: number }> {
    const said = {
      Title: note.kind,
      Key: v.parse(itemKey, note.key),
      PlanId: whole(note.planId),
      MeetingId: whole(note.meetingId),
      RecommendationId: note.recommendationId,
      ActionId: note.actionId,
      ChallengeId: note.challengeId,
      Agency: note.agency,
      Kind: note.kind,
      Words: note.words,
    };
    return appendOnce(this.#site, "MeetingNotes", { values: said, about: ["MeetingId"] }).catch(
      rethrow("write down what was said"),
    );
  }

  async record(meetingId: number): Promise<readonly (Challenge | Decision)[]> {
    const atIt = `MeetingId eq ${whole(meetingId)}`;
    const said = await inOneBatch(this.#site, (sp) => ({
      challenges: rowsOf(sp, "Challenges", wholeRecordColumns.Challenges, atIt),
      decisions: rowsOf(sp, "Decisions", wholeRecordColumns.Decisions, atIt),
    })).catch(rethrow("read what this meeting asked and decided"));
    return [...said.challenges.map(toChallenge), ...said.decisions.map(toDecision)].toSorted(
      byCreatedThenId,
    );
  }

  async officers(): Promise<readonly Officer[]> {
    const users: unknown = await this.#site.sp.web.siteGroups
      .getByName(roleGroups.challenge)
      .users.select("LoginName", "Title")()
      .catch(rethrow("see who is in the peer-challenge group"));
    return v.parse(userRows, users).map(({ LoginName, Title }) => ({
      loginName: LoginName,
      name: Title,
    }));
  }

  async keepMinutes(name: string, file: Uint8Array): Promise<string> {
    const path = `${this.#site.path}/Papers`;
    const content = new Blob([new Uint8Array(file)]);
    await this.#site.sp.web
      .getFolderByServerRelativePath(path)
      .files.addUsingPath(name, content, { Overwrite: false })
      .catch((cause: unknown) => {
        if (!isNameTaken(cause)) rethrow("keep the minutes among the plan's papers")(cause);
      });
    return new URL(`${path}/${encodeURIComponent(name)}`, this.#site.url).href;
  }

  async #meetings(sp: SPFI, filter: string): Promise<readonly Meeting[]> {
    const { items } = sp.web.lists.getByTitle("Meetings");
    const found: unknown = await items
      .select(...meetingColumns)
      .filter(filter)
      .top(1000)
      .using(withVersion())();
    return v.parse(rows, found).map(toMeeting);
  }

  async #notes(sp: SPFI, filter: string): Promise<readonly MeetingNote[]> {
    return (await rowsOf(sp, "MeetingNotes", noteColumns, filter)).map(toNote);
  }
}

function theOnly(found: readonly Meeting[]): Meeting {
  const [meeting] = found;
  if (!meeting) throw new NotFoundError("There is no such meeting, or you may not see it.");
  return meeting;
}
