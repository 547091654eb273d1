// @vitest-environment jsdom
import { type EvidenceItem, evidenceLinks, itemProblem } from "#tab/evidence/evidence-items.ts";
import { draftsIn } from "#tab/ports/drafts.ts";
import { describe, expect, it } from "vitest";

const place = { planId: 1, form: "rate action/11", loginName: "lead-a" };
const now = () => new Date("2026-11-19T10:00:00Z");
const later = () => new Date("2026-12-04T10:00:00Z");
const storage = () => {
  sessionStorage.clear();
  return sessionStorage;
};
const draft = { key: "key-1", words: { rating: "green", note: "The pathway is written." } };

const held = () => 20;
const said = (key: string, note: string) => ({ key, words: { note } });

describe("a draft", () => {
  it("is there again for the same person and form after a reload, with its key", () => {
    const kept = storage();
    expect(draftsIn(() => kept, now).keep(place, draft)).toBe(true);
    expect(draftsIn(() => kept, now).read(place)).toEqual(draft);
    expect(draftsIn(() => kept, now).read({ ...place, loginName: "lead-b" })).toBeUndefined();
    expect(draftsIn(() => kept, now).read({ ...place, form: "date action/11" })).toBeUndefined();
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
    expect(drafts.keep(place, draft)).toBe(false);
    expect(drafts.read(place)).toEqual(draft);
    drafts.forget(place);
    expect(drafts.read(place)).toBeUndefined();
  });

  it("of another tab is not written over, but put beside what was typed last, until it is used or saved", () => {
    const browser = storage();
    const [one, other] = [draftsIn(() => browser, now), draftsIn(() => browser, now)];
    one.keep(place, said("k1", "First words."));
    other.keep(place, said("k2", "Second words."));
    one.keep(place, said("k1", "First words, and more."));
    expect(draftsIn(() => browser, now).read(place)).toEqual(said("k1", "First words, and more."));
    expect(draftsIn(() => browser, now).others(place)).toEqual([said("k2", "Second words.")]);
    expect(draftsIn(() => browser, later).others(place)).toEqual([]);

    // Saved in the first tab: the second one's are there again after a reload, and no others.
    one.forget(place);
    const reloaded = draftsIn(() => browser, now);
    expect(reloaded.read(place)).toEqual(said("k2", "Second words."));
    expect(reloaded.others(place)).toEqual([]);
    reloaded.forget(place);
    expect(browser.length).toBe(0);
  });

  it("that is gone on with after a reload is no other one", () => {
    const browser = storage();
    draftsIn(() => browser, now).keep(place, draft);
    const reloaded = draftsIn(() => browser, now);
    reloaded.read(place);
    reloaded.keep(place, { key: "key-2", words: { note: "The pathway is written, and in use." } });
    expect(reloaded.others(place)).toEqual([]);
  });

  it("of another tab stays when the one that was typed over it is taken back", () => {
    const browser = storage();
    const [one, other] = [draftsIn(() => browser, now), draftsIn(() => browser, now)];
    one.keep(place, draft);
    other.keep(place, { key: "k2", words: { note: "x" } });
    one.forget(place);
    expect(draftsIn(() => browser, now).read(place)).toEqual({ key: "k2", words: { note: "x" } });
  });

  it("that is nonsense is no draft", () => {
    const kept = storage();
    kept.setItem("draft lead-a 1 rate action/11", '{"note":3}');
    expect(draftsIn(() => kept, now).read(place)).toBeUndefined();
  });
});

describe("evidence before it is saved", () => {
  const link: EvidenceItem = {
    id: "1",
    source: "link",
    name: "",
    url: " https://a.example/d/Audit%20report.docx ",
    kind: "impact",
    date: "2026-11-12",
  };

  it("is an https link of which somebody says what it shows", () => {
    expect(itemProblem(link, held)).toBeUndefined();
    expect(itemProblem({ ...link, kind: undefined }, held)).toMatchObject({ at: "kind" });
    for (const url of ["http://a.example/x", "javascript:alert(1)", "https://a b", ""])
      expect(itemProblem({ ...link, url }, held)).toMatchObject({
        at: "link",
        says: expect.stringMatching(/https/),
      });
  });

  it("has no NHS number in its name", () => {
    const named = { ...link, source: "file" as const, name: "943 476 5919.docx" };
    expect(itemProblem(named, held)?.says).toMatch(/NHS number in the name of the evidence/);
  });

  it("is a file that the page still has", () => {
    const file = { ...link, source: "file" as const, url: "", name: "Audit.docx" };
    expect(itemProblem(file, held)).toBeUndefined();
    expect(itemProblem(file, () => undefined)?.says).toMatch(/Choose it again/);
    expect(itemProblem({ ...file, kind: undefined }, () => 0)).toMatchObject({
      at: "file",
      says: "The file “Audit.docx” is empty. Choose another one.",
    });
  });

  it("is called by its file where nobody gave a link a name", () => {
    expect(evidenceLinks([link])).toEqual([
      {
        name: "Audit report.docx",
        url: "https://a.example/d/Audit%20report.docx",
        kind: "impact",
        date: "2026-11-12",
      },
    ]);
  });
});
