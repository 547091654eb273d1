import { describe, expect, it } from "vitest";
import { plain, plainRef, typedAgain } from "#cards/plain.ts";

describe("text that a person typed", () => {
  it.each([
    ["Markdown", "**All** [done](https://evil.example) _now_ `code`"],
    ["a template's signs", "${planId} and ${if(true, 'x', 'y')}"],
    ["HTML", '<img src=x onerror="alert(1)"> & <b>bold</b>'],
    ["emoji of several people", "Seen by 👩‍👩‍👧‍👦 and 🏳️‍🌈"],
  ])("stays as it is where it holds %s", (_kind, text) => {
    expect(plain(text, 200).replaceAll("\u200B", "")).toBe(text);
  });

  it("becomes one line", () => {
    expect(plain("  One\r\n\ttwo \n\n three ", 80)).toBe("One two three");
  });

  it("loses signs that cannot be seen or turn the text around", () => {
    expect(plain("file\u202Eelpmaxe\u200B.\u0000example\u2069", 80)).toBe("fileelpmaxe.example");
  });

  it("is cut at a word, counted as people count", () => {
    expect(plain("Seven words stand here, and are many.", 26)).toBe("Seven words stand here…");
    expect(plain("👍🏽👍🏽👍🏽", 2)).toBe("👍🏽…");
  });

  it("stays small where one sign is heaped with accents", () => {
    expect(plain(`a${"\u0301".repeat(5000)}b ${"👩‍👩‍👧‍👦".repeat(500)}`, 80).length).toBeLessThan(250);
  });

  it("gets places to break in a long word", () => {
    expect(plain("a".repeat(25), 80)).toBe(
      `${"a".repeat(10)}\u200B${"a".repeat(10)}\u200B${"a".repeat(5)}`,
    );
  });

  it("keeps right-to-left letters from turning what follows", () => {
    expect(plain("שלום 12", 80)).toBe("\u2068שלום 12\u2069");
  });

  it("goes back into an input with its lines, whole", () => {
    expect(typedAgain(`One\r\ntwo\u202E ${"a".repeat(30)}`, 80)).toBe(`One\ntwo ${"a".repeat(30)}`);
  });
});

it("leaves nothing of Markdown in a ref", () => {
  expect(plainRef("[2.1](https://evil.example)")).toBe("2.1(https//e");
  expect(plainRef("3.4(a)-1/2")).toBe("3.4(a)-1/2");
});
