// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { brag } from "#plan/rating-scheme.ts";
import { challengeCard, challengeIn } from "#cards/challenge-card.ts";
import { challengeFormCard } from "#cards/challenge-form-card.ts";
import { messageFormCard } from "#cards/message-form-card.ts";
import { minutesCard } from "#cards/minutes-card.ts";
import { mondayCard } from "#cards/monday-card.ts";
import { overdueCard } from "#cards/overdue-card.ts";
import { recommendationCard } from "#cards/recommendation-card.ts";
import { searchResultCard } from "#cards/search-result-card.ts";
import type { ShownRecommendation } from "#cards/shown-recommendation.ts";
import { signInCard } from "#cards/sign-in-card.ts";
import { toChallengeCard } from "#cards/to-challenge-card.ts";
import { actionCard } from "#cards/action-card.ts";
import { actionReadCard } from "#cards/action-read-card.ts";
import { actionSavedCard } from "#cards/action-saved-card.ts";
import { refusedCard } from "#cards/refused-card.ts";
import { readable, renderCard } from "./rendered-card.ts";
import {
  aChallenge,
  aDecision,
  anAgency,
  anUpdate,
  aShownAction,
  key,
  link,
  setting,
} from "./shown-actions.ts";

const hostile = {
  Markdown: "**Done** [see](https://evil.example) # _x_ `y` - 1. z",
  "a template's signs": "${planId} ${if(true, 'a', 'b')} ${$root.key}",
  "a template's keys": "${$root} ${$data} ${$index} $when $data {{x}} @{y}",
  "heaped accents": `Z\u0335\u0321a\u0363l\u0489go ${"e\u0301\u0302\u0303".repeat(6)}`,
  HTML: "<img src=x onerror=alert(1)><script>alert(2)</script>&amp;",
  "right-to-left letters": "שלום עולם نص \u202Egpj.exe",
  emoji: "👩‍👩‍👧‍👦 🏳️‍🌈 é e\u0301 ￼",
  "a JSON end": '"},{"type":"TextBlock","text":"x"}',
};

function stateIn(shown: ShownRecommendation, id: number) {
  const state = challengeIn(shown, id);
  if (!state) throw new Error("There is no such challenge.");
  return state;
}

function cardsOf(text: string) {
  // SharePoint holds no longer short name.
  const second = text.slice(0, 255).toWellFormed() || "B";
  const agencies = [anAgency(1, "Health", text), anAgency(2, second, text)];
  const update = anUpdate({
    note: text,
    author: { id: 1, name: text },
    evidence: [{ name: text, url: "https://marlshire.example/a.docx", kind: "impact" }],
    evidenceCount: 1,
  });
  const shown = aShownAction({
    agencies,
    record: [update, aDecision()],
    recommendation: { ref: text },
    action: {
      text,
      leads: [text],
      agencies: ["Health", second],
      due: undefined,
      dueAsPrinted: text,
    },
  });
  const speaksFor = ["Health", second];
  const typed = { agency: text, rating: text, note: text, evidence: text, evidenceKind: text };
  const refusal = {
    heading: "Not saved" as const,
    reason: text,
    whatToDo: text,
    planId: 3,
    actionId: 27,
    typed,
    shown: { ...shown, speaksFor },
    link,
    key,
  };
  const recommendation = {
    ...shown.recommendation,
    text,
    ref: "4.2",
    addressees: ["Health", text],
  };
  const open = { ...shown, recommendation, actions: [shown.action] };
  const asked = aChallenge({ question: text, author: { id: 1, name: text } });
  const answer = anUpdate({ kind: "response", challengeId: asked.id, note: text });
  const challenged = { ...open, record: [asked] };
  const answered = { ...open, record: [asked, answer] };
  const { now } = setting;
  const line = {
    planId: 3,
    ref: text,
    agencies: ["Health", text],
    text,
    due: "2026-12-03" as const,
    recommendationId: 9,
    actionId: 27,
  };
  return {
    recommendation: recommendationCard(challenged, { now, link, discuss: "" }),
    challenge: challengeCard(challenged, stateIn(challenged, asked.id), {
      now,
      link,
      key,
      canAnswer: true,
      refused: {
        reason: text,
        sure: false,
        typed: { actionId: text, answer: text, evidence: text, evidenceKind: text },
      },
    }),
    "challenge to read": challengeCard(challenged, stateIn(challenged, asked.id), { now, link }),
    "answered challenge": challengeCard(answered, stateIn(answered, asked.id), { now, link }),
    Monday: mondayCard({
      list: {
        overdue: Array.from({ length: 30 }, () => line),
        due: [line],
        asked: [{ ...line, challengeId: 5 }],
      },
      schemes: new Map([[3, brag]]),
      person: text,
      now,
      link,
      notReached: Array.from({ length: 30 }, () => ({ who: text, why: "They blocked the app." })),
    }),
    overdue: overdueCard(
      open.plan,
      Array.from({ length: 30 }, () => line),
      { now, link },
    ),
    "to challenge": toChallengeCard(
      {
        plan: open.plan,
        agency: anAgency(1, "Health", text),
        asked: Array.from({ length: 30 }, () => ({ challenge: asked, ref: text })),
        findings: [],
      },
      { now, link },
    ),
    "search result": searchResultCard(shown, setting),
    "challenge form": challengeFormCard(open, {
      actionId: 27,
      agency: text,
      source: "person",
      found: text,
      question: text,
      due: "",
      canAsk: true,
      key,
      link,
      refused: text,
    }),
    "message form": messageFormCard({
      kind: "update",
      sender: text,
      link: text,
      planId: 3,
      planTitle: text,
      abouts: Array.from({ length: 200 }, (_, at) => ({ id: `${at}/1`, title: text })),
      planLink: link,
      scheme: brag,
      typed: { about: text, rating: text, words: text, due: text },
      key,
      refused: text,
    }),
    minutes: minutesCard(
      {
        ...open,
        recommendations: [recommendation],
        plan: { ...open.plan, title: text },
        meeting: {
          id: 4,
          planId: 3,
          starts: "2026-11-12T13:00:00Z",
          chair: { loginName: text, name: text },
          agenda: [],
          attendance: [],
          minutes: "https://marlshire.example/minutes.docx",
          version: "1",
        },
        record: [aDecision({ reason: text }), asked],
      },
      { link },
    ),
    "sign-in": signInCard({ text, link }),
    action: actionCard(shown, { ...setting, speaksFor, key }),
    read: actionReadCard(shown, { ...setting, refreshFor: [text], canPropose: true }),
    saved: actionSavedCard(shown, { ...setting, update }),
    refused: refusedCard({ ...refusal, canRetry: true }),
    forbidden: refusedCard({ ...refusal, canRetry: false }),
  };
}

describe.each(Object.entries(hostile))("a plan full of %s", (_kind, text) => {
  it.each(Object.entries(cardsOf(text)))("appears as typed on the %s card", (_name, card) => {
    const rendered = renderCard(card);
    const seen = text.normalize("NFC").replaceAll(/[\u202A-\u202E]/g, "");
    expect(rendered.text).toContain(seen.slice(0, 40));
    expect(rendered.problems).toEqual([]);
    expect(rendered.element.querySelector("script, img")).toBeNull();
  });

  it.each(Object.entries(cardsOf(text)))("is never read as Markdown on the %s card", (_n, card) => {
    const labels = renderCard(card).markdown.filter((each) => /[*_[\]`<#\\]/.test(each));
    expect(labels).toEqual([]);
  });
});

it.each(
  Object.entries(cardsOf("ze\u00ADro\u200B \u2060wi\uFEFFdth \u2066\u202Etxt.exe\u202C\u2069")),
)("loses what nobody can see on the %s card", (_name, card) => {
  const { text } = renderCard(card);
  expect(text).toContain("zero width txt.exe");
  expect(text).not.toMatch(/[\u00AD\u2060\uFEFF\u202A-\u202E]/u);
});

it("stays under 25 KB with forty agencies that all said much", () => {
  const names = Array.from({ length: 40 }, (_, at) => `Agency ${at} ${"of Marlshire ".repeat(18)}`);
  const agencies = names.map((name, at) => anAgency(at + 1, `A${at}`, name));
  const record = agencies.map(({ shortName }, at) =>
    anUpdate({ id: at + 1, folder: shortName, note: "Children were seen. ".repeat(200) }),
  );
  const acting = { agencies: agencies.map(({ shortName }) => shortName) };
  const shown = aShownAction({ agencies, record, action: acting });
  const open = { ...shown, actions: [shown.action] };
  const { now } = setting;
  const cards = [
    recommendationCard(open, { now, link, discuss: "" }),
    actionCard(shown, { ...setting, speaksFor: acting.agencies, key }),
    actionReadCard(shown, { ...setting, refreshFor: [], canPropose: true }),
    searchResultCard(shown, setting),
  ];
  for (const card of cards) {
    expect(new TextEncoder().encode(JSON.stringify(card)).length).toBeLessThan(25_000);
    expect(renderCard(card).problems).toEqual([]);
  }
});

describe.each([
  ["words", "Children were seen. ".repeat(250)],
  ["one word", "x".repeat(5000)],
  ["emoji", "👩‍👩‍👧‍👦".repeat(500)],
])("a plan with texts of 5,000 characters, %s", (_kind, text) => {
  it.each(Object.entries(cardsOf(text)))("stays under 25 KB on the %s card", (_name, card) => {
    expect(new TextEncoder().encode(JSON.stringify(card)).length).toBeLessThan(25_000);
  });
});

it.each(Object.entries(cardsOf("")))(
  "renders the %s card of a plan with empty texts",
  (_n, card) => {
    expect(renderCard(card).problems).toEqual([]);
    expect(JSON.stringify(card)).not.toContain("${");
  },
);

function savedWithLink(url: string): string {
  const update = anUpdate({ evidence: [{ name: "gov.uk", url, kind: "activity" }] });
  return readable(JSON.stringify(actionSavedCard(aShownAction(), { ...setting, update })));
}

it("shows the host that a link truly leads to", () => {
  expect(savedWithLink("https://evil.example/gov.uk")).toContain(" on evil.example");
});

it.each(["javascript:alert(1)", "http://plain.example/", "https://gov.uk@evil.example/"])(
  "offers no link to %s",
  (url) => {
    expect(savedWithLink(url)).not.toContain("Open the evidence");
  },
);
