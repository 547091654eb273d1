// @vitest-environment jsdom
import { problemsOf, proposalOf } from "#tab/action/check-draft.ts";
import { draftsIn, emptyDraft, isBlank } from "#tab/action/draft.ts";

import { describe, expect, it } from "vitest";

const place = { planId: 1, actionId: 11, loginName: "lead-a" };
const now = () => new Date("2026-11-19T10:00:00Z");
const later = () => new Date("2026-12-04T10:00:00Z");
const storage = () => {
  sessionStorage.clear();
  return sessionStorage;
};
const draft = {
  ...emptyDraft("key-1", "North", now()),
  rating: "green",
  note: "The pathway is written.",
};

describe("a draft", () => {
  it("is there again for the same person and action after a reload, with its key", () => {
    const kept = storage();
    draftsIn(() => kept, now).keep(place, draft);
    expect(draftsIn(() => kept, now).read(place)).toEqual(draft);
    expect(draftsIn(() => kept, now).read({ ...place, loginName: "lead-b" })).toBeUndefined();
    expect(draftsIn(() => kept, now).read({ ...place, actionId: 12 })).toBeUndefined();
  });

  it("is taken off the machine after a fortnight", () => {
    const kept = storage();
    draftsIn(() => kept, now).keep(place, draft);
    expect(draftsIn(() => kept, later).read(place)).toBeUndefined();
    expect(kept.length).toBe(0);
  });

  it("lives as long as the page where the browser forbids storage", () => {
    const drafts = draftsIn(() => {
      throw new DOMException("denied", "SecurityError");
    }, now);
    drafts.keep(place, draft);
    expect(drafts.read(place)?.note).toBe(draft.note);
    drafts.forget(place);
    expect(drafts.read(place)).toBeUndefined();
  });

  it("of another version, or nonsense, is no draft", () => {
    const kept = storage();
    kept.setItem("draft lead-a 1 11", '{"note":3}');
    expect(draftsIn(() => kept, now).read(place)).toBeUndefined();
  });

  it("with nothing but an agency in it holds nothing that could be lost", () => {
    expect(isBlank(emptyDraft("key-1", "North", now()))).toBe(true);
    expect(isBlank(draft)).toBe(false);
  });
});

describe("before it is saved", () => {
  it("a proposal needs an agency, a rating and a sentence", () => {
    expect(Object.keys(problemsOf(emptyDraft("key-1", undefined, now())))).toEqual([
      "agency",
      "rating",
      "note",
    ]);
    expect(problemsOf(draft)).toEqual({});
  });

  it("a link has to be https, and somebody has to say what it shows", () => {
    expect(problemsOf({ ...draft, linkUrl: "http://a.example/x" })).toHaveProperty("linkUrl");
    expect(problemsOf({ ...draft, linkUrl: "javascript:alert(1)" })).toHaveProperty("linkUrl");
    expect(Object.keys(problemsOf({ ...draft, linkUrl: "https://a.example/x" }))).toEqual([
      "linkKind",
    ]);
  });

  it("a link without a name is called by its file", () => {
    const linked = {
      ...draft,
      linkUrl: " https://a.example/d/Audit%20report.docx ",
      linkKind: "impact" as const,
    };
    expect(proposalOf(linked).evidence).toEqual([
      { name: "Audit report.docx", url: "https://a.example/d/Audit%20report.docx", kind: "impact" },
    ]);
  });
});
