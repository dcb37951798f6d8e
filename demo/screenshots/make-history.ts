import { createHash } from "node:crypto";
import type { TaskStatus } from "@/db/enums";
import { makeTask } from "@/db/testing/make-task";
import { Dice } from "./dice";
import { CAMPAIGNS } from "./people-and-campaigns";

const TASKS = 160;
const DAY_MS = 86_400_000;

/** Tasks of the two weeks before `until`, at the hours when people work, the same ones every time. */
export async function makeHistory({ until, campaignIds, operatorIds }: { until: Date; campaignIds: number[]; operatorIds: string[] }) {
  const shares = CAMPAIGNS.flatMap(({ weight }, index) => Array.from({ length: weight }, () => index));
  for (let index = 0; index < TASKS; index++) {
    const dice = new Dice(index);
    const share = dice.pick(shares);
    const isInbound = CAMPAIGNS[share]?.isInbound === dice.below(10) > 0;
    const startedAt =
      index < 30 ? minutesBefore(until, 4 + index * 7 + dice.below(5)) : ofWorkday(until, 1 + Math.floor((index - 30) / 10), dice);
    const durationSeconds = 35 + dice.below(25) * dice.below(28) + dice.below(60);
    const customer = `+5411${4_000_0000 + dice.below(9_999_999)}`;
    const line = "08001234567";
    const status = statusAt(index, dice);
    const createdAt = new Date(startedAt.getTime() + (durationSeconds + 3) * 1000);
    await makeTask({
      campaignId: campaignIds[share] ?? 1,
      operatorId: dice.below(14) === 0 ? null : dice.pick(operatorIds),
      call: {
        direction: isInbound ? "inbound" : "outbound",
        startedAt,
        durationSeconds,
        calling: isInbound ? customer : line,
        called: isInbound ? line : customer,
        callingNormalized: isInbound ? customer : line,
        calledNormalized: isInbound ? line : customer,
        extension: String(201 + dice.below(12)),
        createdAt,
      },
      recording: { isPartial: dice.below(40) === 0, createdAt },
      task: {
        id: fixedId("task", index),
        status,
        failure: status === "failed" ? "The recording holds no speech." : null,
        createdAt,
      },
    });
  }
}

/** The newest wait, most are done, few failed. */
function statusAt(index: number, dice: Dice): TaskStatus {
  if (index < 3) return "pending";
  if (dice.below(45) === 0) return "failed";
  if (index < 14) return dice.pick(["completed", "completed", "pending", "audited"]);
  return dice.pick(["completed", "audited", "audited", "validated", "validated", "validated"]);
}

function minutesBefore(until: Date, minutes: number): Date {
  return new Date(until.getTime() - minutes * 60_000);
}

/** Between 9 and 18 h in Buenos Aires, so many working days ago. */
function ofWorkday(until: Date, daysAgo: number, dice: Dice): Date {
  const day = new Date(Math.floor(until.getTime() / DAY_MS) * DAY_MS);
  for (let left = daysAgo; left > 0; ) {
    day.setUTCDate(day.getUTCDate() - 1);
    if (day.getUTCDay() % 6 !== 0) left -= 1;
  }
  return new Date(day.getTime() + (12 * 60 + dice.below(9 * 60)) * 60_000 + dice.below(60) * 1000);
}

/** A uuid that is the same in every run. */
function fixedId(kind: string, index: number): string {
  const hex = createHash("sha256").update(`${kind}${index}`).digest("hex");
  return `0199a1b2-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}
