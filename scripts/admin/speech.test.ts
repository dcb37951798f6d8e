import { expect, test } from "vitest";
import { z } from "zod";
import { adminJson, runAdmin } from "../testing/run-admin";

test("speech list tells which packs there are, and a pack under terms is not added before they are accepted", async () => {
  const packs = z.array(z.object({ name: z.string(), state: z.string(), licence: z.string() })).parse(await adminJson("speech", "list"));
  expect(packs).toContainEqual(expect.objectContaining({ name: "es", state: "missing", licence: "Moonshine AI Community License" }));
  expect(await runAdmin("speech", "add", "es", "--json")).toEqual({
    exitCode: 1,
    output: "",
    complaint: "The pack es comes under the Moonshine AI Community License, which must be read and accepted first.\n",
  });
  expect((await runAdmin("speech", "licence", "es")).output).toContain("MOONSHINE AI COMMUNITY LICENSE AGREEMENT");
  expect(await runAdmin("speech", "add", "fr", "--json")).toMatchObject({
    exitCode: 1,
    complaint: expect.stringContaining("It must be one of"),
  });
  expect(await adminJson("speech", "remove", "vad")).toEqual({ name: "vad", state: "was_missing" });
});

test("speech add fetches from the registry that it is told of, and says in words what went wrong", async () => {
  const words = ["speech", "add", "vad", "--registry", "http://127.0.0.1:9/"];
  expect((await runAdmin(...words, "--json")).complaint).toContain(
    "The pack could not be fetched from http://127.0.0.1:9/@ricky0123/vad-web/-/",
  );
});
