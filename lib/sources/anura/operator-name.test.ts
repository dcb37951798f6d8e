import { describe, expect, test } from "vitest";
import { anuraBody } from "./testing/anura-body";
import { readCall } from "./testing/read-call";

describe("operator", () => {
  test.each([
    [{ direction: "outbound", accountname: " Jos\u00e9   P\u00e9rez " }, "Jos\u00e9 P\u00e9rez"],
    [{ direction: "outbound", accountname: "", queueagentname: "Ana" }, ""],
    [{ direction: "inbound", accountname: "Ana", queueagentname: "", answerterminal: "" }, ""],
    [{ queueagentname: "Ana", answerterminal: "Luz" }, "Ana"],
    [{ queueagentname: " ", answerterminal: "Luz\u00a0Paz" }, "Luz Paz"],
    [{ queueagentname: "{{ queueagentname }}", answerterminal: "Luz" }, "Luz"],
    [{ queueagentname: "Mar&iacute;a &amp; L&oacute;pez" }, "Mar\u00eda & L\u00f3pez"],
    [{ queueagentname: "Jos&#233; &#xD1;u&ntilde;ez" }, "Jos\u00e9 \u00d1u\u00f1ez"],
    [{ queueagentname: "Jos&amp;eacute;" }, "Jos&eacute;"],
    [{ queueagentname: "AT&T &copy" }, "AT&T &copy"],
    [{ queueagentname: "x\ud800y&#0;" }, "x\uFFFDy\uFFFD"],
    [{ queueagentname: "\u0000" }, "\uFFFD"],
    [{ queueagentname: "a".repeat(100_000) }, "a".repeat(200)],
    [{ queueagentname: "\u{1F600}".repeat(1000) }, "\u{1F600}".repeat(200)],
  ])("of %j is %j", async (fields, operatorName) => {
    expect(await readCall(anuraBody(fields))).toMatchObject({ operatorName });
  });

  test("an extension is never a name: it is passed over with a warning", async () => {
    const outbound = await readCall(anuraBody({ direction: "out", accountname: "201" }));
    expect(outbound).toMatchObject({ operatorName: "", warnings: [{ path: "accountname", code: "extension_not_operator" }] });
    const inbound = await readCall(anuraBody({ queueagentname: "SIP/201", answerterminal: "Luz" }));
    expect(inbound).toMatchObject({ operatorName: "Luz", warnings: [{ path: "queueagentname", code: "extension_not_operator" }] });
    const nobody = await readCall(anuraBody({ queueagentname: 201, answerterminal: "ras_201", accountextension: "Ana" }));
    expect(nobody).toMatchObject({
      operatorName: "",
      extension: "Ana",
      warnings: [{ path: "queueagentname" }, { path: "answerterminal" }],
    });
  });
});
