import { notFound, redirect } from "next/navigation";
import { expect, test } from "vitest";
import { answerOr } from "./answer-or";

test("an action that no answer comes from is answered for, and a redirect or a page that is not there goes through", async () => {
  expect(await answerOr(Promise.resolve("saved"), "failed")).toBe("saved");
  expect(await answerOr<string>(Promise.reject(new TypeError("Failed to fetch")), "failed")).toBe("failed");
  await expect(answerOr((async () => redirect("/dashboard"))(), undefined as never)).rejects.toThrow("NEXT_REDIRECT");
  await expect(answerOr((async () => notFound())(), undefined as never)).rejects.toThrow("404");
});
