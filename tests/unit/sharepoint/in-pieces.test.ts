import { expect, it } from "vitest";
import { inPieces } from "#sharepoint/in-pieces.ts";

it("rows that are read in pieces are all there in their order, and something else has its turn in between", async () => {
  const rows = Array.from({ length: 2500 }, (_, row) => row);
  const turns: number[] = [];
  let read = 0;
  const other = new MessageChannel();
  other.port1.addEventListener("message", () => {
    turns.push(read);
    if (read < rows.length) other.port2.postMessage(undefined);
  });
  other.port1.start();
  other.port2.postMessage(undefined);
  const said = await inPieces(rows, (row) => {
    read += 1;
    return row * 2;
  });
  other.port1.close();
  expect(said).toEqual(rows.map((row) => row * 2));
  expect(turns).toContain(1000);
  expect(turns).toContain(2000);
});

it("what cannot be read is told as it is", async () => {
  const read = inPieces([1, 2], (row) => {
    if (row === 2) throw new RangeError("Row 2 says nothing.");
    return row;
  });
  await expect(read).rejects.toThrow("Row 2 says nothing.");
});
