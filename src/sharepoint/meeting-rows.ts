import {
  type AgendaItem,
  type Attendance,
  type Meeting,
  type MeetingNote,
  noteKinds,
  type Officer,
} from "#plan/meeting.ts";
import type { MeetingChange } from "#usecases/ports/meetings.ts";
import * as z from "zod/mini";
import { id, number, optionalNumber, optionalText, read, words } from "./row.ts";

const officer = z.object({ loginName: z.string(), name: z.string() });

const agendaItem = z.object({
  id: z.string().check(z.minLength(1)),
  recommendationId: id,
  actionId: z.optional(id),
  source: z.string(),
  question: z.string(),
  minutes: z.number().check(z.gte(0)),
});

const attendance = z.object({ agency: z.string(), name: z.string(), present: z.boolean() });

const place = z.object({
  agendaItem: z.optional(z.string()),
  recommendationId: z.optional(id),
  actionId: z.optional(id),
  since: z.string(),
});

const meetingRow = z.object({
  Id: id,
  PlanId: id,
  Starts: z.string(),
  Ended: optionalText,
  Chair: json(officer),
  Secretary: z.optional(json(z.nullable(officer))),
  Agenda: z.optional(json(z.nullable(z.array(agendaItem)))),
  Now: z.optional(json(z.nullable(place))),
  Attendance: z.optional(json(z.nullable(z.array(attendance)))),
  Minutes: z.optional(z.nullable(z.object({ Url: z.string() }))),
});

const versioned = z.object({ "odata.etag": z.string() });

const noteRow = z.object({
  Id: id,
  Key: z.string(),
  Created: z.string(),
  Author: z.optional(z.object({ Id: id, Title: z.string() })),
  MeetingId: id,
  RecommendationId: optionalNumber,
  ActionId: optionalNumber,
  ChallengeId: optionalNumber,
  Agency: optionalText,
  Kind: z.enum(noteKinds),
  Words: optionalText,
});

export const meetingColumns: readonly string[] = Object.keys(meetingRow.shape);

export const noteColumns: readonly string[] = [
  ...Object.keys(noteRow.shape).filter((name) => name !== "Author"),
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

/** A column that holds JSON of that shape; an empty one is null. */
function json<T>(shape: z.ZodMiniType<T>): z.ZodMiniType<T> {
  const parsed = z.transform((text: string | null | undefined, context): unknown => {
    if (text === null || text === undefined || text === "") return null;
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({ code: "custom", message: "is not JSON", input: text });
      return z.NEVER;
    }
  });
  return z.pipe(z.pipe(optionalText, parsed), shape);
}

/** Somebody may have typed into the list by hand: what is no https address leads nowhere. */
function httpsOnly(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//.test(url) ? url : undefined;
}
