import { getTranslations } from "next-intl/server";
import type { CallDetails } from "@/lib/calls/get-call";

/** What the page of a call, or of its task, is headed with. */
export async function callTitle({
  direction,
  calling,
  called,
}: Pick<CallDetails["call"], "direction" | "calling" | "called">): Promise<string> {
  const t = await getTranslations("task");
  if (direction === "outbound") return t("titleOutbound", { number: called });
  return calling.trim() === "" ? t("titleHidden") : t("title", { number: calling });
}
