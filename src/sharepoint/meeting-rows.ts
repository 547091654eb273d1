import {
  type AgendaItem,
  type Attendance,
  type Meeting,
  type MeetingNote,
  noteKinds,
  type Officer,
} from "#plan/meeting.ts";
import type { MeetingChange } from "#usecases/ports/meetings.ts";
import * as v from "valibot";
import {
  finite,
  id,
  number,
  optionalNumber,
  optionalText,
  read,
  type Schema,
  words,
} from "./row.ts";

const officer = v.object({ loginName: v.string(), name: v.string() });

const agendaItem = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  recommendationId: id,
  actionId: v.optional(id),
  source: v.string(),
  question: v.string(),
  minutes: v.pipe(finite, v.minValue(0)),
});

const attendance = v.object({ agency: v.string(), name: v.string(), present: v.boolean() });

const place = v.object({
  agendaItem: v.optional(v.string()),
  recommendationId: v.optional(id),
  actionId: v.optional(id),
  since: v.string(),
});

const meetingRow = v.object({
  Id: id,
  PlanId: id,
  Starts: v.string(),
  Ended: optionalText,
  Chair: json(officer),
  Secretary: v.optional(json(v.nullable(officer))),
  Agenda: v.optional(json(v.nullable(v.array(agendaItem)))),
  Now: v.optional(json(v.nullable(place))),
  Attendance: v.optional(json(v.nullable(v.array(attendance)))),
  Minutes: v.nullish(v.object({ Url: v.string() })),
});

const versioned = v.object({ "odata.etag": v.string() });

const noteRow = v.object({
  Id: id,
  Key: v.string(),
  Created: v.string(),
  Author: v.optional(v.object({ Id: id, Title: v.string() })),
  MeetingId: id,
  RecommendationId: optionalNumber,
  ActionId: optionalNumber,
  ChallengeId: optionalNumber,
  Agency: optionalText,
  Kind: v.picklist(noteKinds),
  Words: optionalText,
});

export const meetingColumns: readonly string[] = Object.keys(meetingRow.entries);

export const noteColumns: readonly string[] = [
  ...Object.keys(noteRow.entries).filter((name) => name !== "Author"),
  "Author/Id",
  "Author/Title",
];

export function toMeeting(row: unknown): Meeting {
  const item = read("Meetings", meetingRow, row);
  return {
    id: item.Id,
    planId: item.PlanId,
    starts: item.Starts,
    ended: words(item.Ended),
    chair: item.Chair,
    secretary: item.Secretary ?? undefined,
    agenda: item.Agenda ?? [],
    now: item.Now ?? undefined,
    attendance: item.Attendance ?? [],
    minutes: httpsOnly(item.Minutes?.Url),
    version: read("Meetings", versioned, row)["odata.etag"],
  };
}

export function toNote(row: unknown): MeetingNote {
  const item = read("MeetingNotes", noteRow, row);
  return {
    id: item.Id,
    key: item.Key,
    created: item.Created,
    author: item.Author && { id: item.Author.Id, name: item.Author.Title },
    meetingId: item.MeetingId,
    recommendationId: number(item.RecommendationId),
    actionId: number(item.ActionId),
    challengeId: number(item.ChallengeId),
    agency: words(item.Agency),
    kind: item.Kind,
    words: item.Words ?? "",
  };
}

interface Columns {
  readonly starts?: string;
  readonly chair?: Officer;
  readonly secretary?: Officer | undefined;
  readonly agenda?: readonly AgendaItem[];
  readonly now?: MeetingChange["now"];
  readonly attendance?: readonly Attendance[];
  readonly ended?: string;
  readonly minutes?: string;
}

/** The columns of a meeting that are to be written, and no others. */
export function meetingValues(of: Columns): Record<string, unknown> {
  const values = {
    Starts: of.starts,
    Ended: of.ended,
    Chair: asJson(of.chair),
    Secretary: asJson(of.secretary),
    Agenda: asJson(of.agenda),
    Now: asJson(of.now),
    Attendance: asJson(of.attendance),
    Minutes: of.minutes && { Url: of.minutes, Description: "Minutes" },
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function asJson(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

/** A column that holds JSON of that shape; an empty one is null. It has to be there: valibot lets what begins with `nullish` be missing. */
function json<T>(shape: Schema<T>): Schema<T> {
  const text = v.pipe(
    v.nullable(v.string()),
    v.transform((written) => written || "null"),
  );
  return v.pipe(text, v.parseJson(undefined, "no JSON"), shape);
}

/** Somebody may have typed into the list by hand: what is no https address leads nowhere. */
function httpsOnly(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//.test(url) ? url : undefined;
}
