import { expect, test } from "vitest";
import { isExtension } from "./is-extension";

test.each([
  "201",
  " 201 ",
  "2-01",
  "+54 11 4000-1234",
  "(201)",
  "#201",
  "*201",
  "\u0662\u0660\u0661",
  "ras_201",
  "RAS_201",
  "acme-ar_0201",
  "ras201",
  "sip:201",
  "sip:maria@pbx.example",
  "SIPS:x@y",
  "tel:+5411",
  "SIP/201",
  "PJSIP/ras_201-0000a1",
  "IAX2/trunk",
  "Local/201@from-queue",
  "201@host",
  "ras_201@host",
  "ext 201",
  "Ext. 201",
  "EXT201",
  "extensi\u00f3n: 201",
  "interno 201",
  "Int. #201",
  "ramal-201",
  "anexo 12",
])("%j is an extension", (name) => {
  expect(isExtension(name)).toBe(true);
});

test.each([
  "Mar\u00eda L\u00f3pez",
  "O'Brien",
  "Agente 12",
  "Operator 201",
  "201 Mar\u00eda L\u00f3pez",
  "Mar\u00eda L\u00f3pez (201)",
  "maria.lopez@example.com",
  "mlopez",
  "mlopez2",
  "Ana_Luz",
  "ana_1",
  "Jos\u00e9 2do",
  "Ext",
  "Ram\u00f3n",
  "Interno",
  "",
  " ",
  "-",
  "Sip Rossi",
  "Tel Aviv",
  "\u674e\u660e",
  "Internal Team 2",
])("%j is no extension", (name) => {
  expect(isExtension(name)).toBe(false);
});
