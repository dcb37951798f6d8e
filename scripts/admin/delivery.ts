import { type Command, Option } from "commander";
import { SOURCES, type Source, VERDICTS, type Verdict } from "@/db/enums";
import { AppError } from "@/lib/errors";
import type { DeliveryListItem } from "@/lib/reception/list-deliveries";
import { print } from "./print";
import { wholeNumber } from "./whole-number";
import { withInstallation } from "./with-installation";

type ListOptions = { limit: number; campaign?: number; verdict?: Verdict; source?: Source; json?: boolean };
type ReplayOptions = { campaign?: number; json?: boolean };

/** `delivery list`, `delivery get` and `delivery replay`. */
export function addDeliveryCommands(program: Command): void {
  const delivery = program.command("delivery").description("what platforms sent, as it arrived");
  delivery
    .command("list")
    .description("newest first, without payload")
    .option("--limit <n>", "how many at most", wholeNumber(10_000), 50)
    .option("--campaign <n>", "that named this campaign", wholeNumber(2_147_483_647))
    .addOption(new Option("--verdict <verdict>").choices(VERDICTS))
    .addOption(new Option("--source <source>").choices(SOURCES))
    .option("--json")
    .action(async ({ json, ...filter }: ListOptions) => {
      const deliveries = await withInstallation(() => listUpTo(filter));
      print(json ? deliveries : deliveries.map(inShort), { json, none: "There is no such delivery." });
    });
  delivery
    .command("get <id>")
    .description("one delivery by its receipt, with what arrived byte by byte")
    .option("--json")
    .action(async (id: string, { json }: { json?: boolean }) => print(await withInstallation(() => readDelivery(id)), { json }));
  delivery
    .command("replay <id>")
    .description("takes a delivery in once more, as one of its own that names the one it repeats")
    .option("--campaign <n>", "to this campaign instead of the one that its body names", wholeNumber(2_147_483_647))
    .option("--json")
    .action(async (id: string, { campaign, json }: ReplayOptions) => {
      const { status, body } = await withInstallation(async () => {
        const { replayDelivery } = await import("@/lib/reception/replay-delivery");
        return replayDelivery({ actor: "system", id, campaignId: campaign });
      });
      if (status >= 400) throw new AppError("invalid", `The delivery was refused again: ${JSON.stringify(body)}.`);
      print(body, { json });
    });
}

/** The verb's pages, as many as it takes. */
async function listUpTo({ limit, campaign, verdict, source }: Omit<ListOptions, "json">): Promise<DeliveryListItem[]> {
  const { listDeliveries } = await import("@/lib/reception/list-deliveries");
  const found: DeliveryListItem[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listDeliveries>> = await listDeliveries({
      actor: "system",
      filters: {
        campaignIds: campaign === undefined ? [] : [campaign],
        sources: source && [source],
        verdicts: verdict && [verdict],
      },
      after: cursor,
      limit: limit - found.length,
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < limit);
  return found;
}

function inShort({ id, receivedAt, verdict, reason, eventKind, campaignId, callId }: DeliveryListItem) {
  return { id, receivedAt, verdict, reason, eventKind, campaignId, callId };
}

async function readDelivery(id: string) {
  const { getDelivery } = await import("@/lib/reception/get-delivery");
  const { raw, rawSha256, ...delivery } = await getDelivery({ actor: "system", id });
  const text = raw.toString("utf8");
  // What is not UTF-8 would come out changed as text.
  const body = Buffer.from(text, "utf8").equals(raw) ? { rawText: text } : { rawBase64: raw.toString("base64") };
  return { ...delivery, rawSha256: rawSha256.toString("hex"), ...body };
}
