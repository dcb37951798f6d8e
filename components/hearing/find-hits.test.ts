import { expect, test } from "vitest";
import { findHits } from "./find-hits";

const segments = [{ text: "Quiero la FACTURACIÓN de ayer" }, { text: "¿Facturación? Sí, facturacion." }, { text: "👍 ok" }];

test("a text is found whatever its case and accents, at the places where it stands", () => {
  const hits = findHits(segments, " facturación ");
  expect(hits.map(({ segmentIndex, from, to }) => segments[segmentIndex]?.text.slice(from, to))).toEqual([
    "FACTURACIÓN",
    "Facturación",
    "facturacion",
  ]);
  expect(findHits(segments, "ok")).toEqual([{ segmentIndex: 2, from: 3, to: 5 }]);
});

test("what is too short to mean anything finds nothing", () => {
  expect(findHits(segments, "a")).toEqual([]);
  expect(findHits(segments, "  ")).toEqual([]);
  expect(findHits(segments, "nobody")).toEqual([]);
});
