import { createHash, randomBytes } from "node:crypto";
import { db } from "../client";
import { calls, campaigns, operators, recordings, tasks, userCampaigns, users } from "../schema";

type Call = typeof calls.$inferInsert;
type Task = typeof tasks.$inferInsert;

/** A campaign of its own for a test; returns its number. */
export async function makeCampaign(values: Partial<typeof campaigns.$inferInsert> = {}): Promise<number> {
  const [campaign] = await db
    .insert(campaigns)
    .values({ name: `Campaign ${randomBytes(4).toString("hex")}`, ...values })
    .returning({ id: campaigns.id });
  return present(campaign).id;
}

/** An operator by a name that nobody else has; returns the id. */
export async function makeOperator(name = `Operator ${randomBytes(4).toString("hex")}`): Promise<string> {
  const matchKey = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const [operator] = await db.insert(operators).values({ name, matchKey, origin: "automatic" }).returning({ id: operators.id });
  return present(operator).id;
}

type MakeTaskInput = {
  campaignId: number;
  operatorId?: string | null;
  call?: Partial<Call>;
  recording?: Partial<typeof recordings.$inferInsert>;
  task?: Partial<Task>;
};

/** A call with a stored recording and its task, as if all had gone well; what the test says overrides what is made up. */
export async function makeTask({ campaignId, operatorId = null, call = {}, recording = {}, task = {} }: MakeTaskInput) {
  const mark = randomBytes(8).toString("hex");
  const { direction = "inbound", source = "anura", startedAt = new Date("2026-11-20T15:00:00Z"), durationSeconds = 62 } = call;
  const [madeCall] = await db
    .insert(calls)
    .values({
      campaignId,
      operatorId,
      source,
      direction,
      startedAt,
      durationSeconds,
      identityKey: `id:${mark}`,
      externalId: mark,
      calling: "1140001234",
      called: "08001234",
      callingNormalized: "1140001234",
      calledNormalized: "08001234",
      disposition: "ANSWERED",
      billableSeconds: durationSeconds,
      extension: "201",
      operatorName: "",
      isEnded: true,
      recordingStatus: "stored",
      recordingUrl: `https://recordings.example.com/${mark}.mp3`,
      ...call,
    })
    .returning({ id: calls.id });
  const callId = present(madeCall).id;
  const [madeRecording] = await db
    .insert(recordings)
    .values({
      callId,
      sha256: createHash("sha256").update(mark).digest("hex"),
      sizeBytes: 100_000,
      mediaType: "audio/mpeg",
      durationSeconds,
      channelCount: 1,
      sampleRateHz: 8000,
      isPartial: false,
      silenceRatio: 0.1,
      ...recording,
    })
    .returning({ id: recordings.id });
  const recordingId = present(madeRecording).id;
  const [madeTask] = await db
    .insert(tasks)
    .values({ callId, recordingId, campaignId, operatorId, source, direction, startedAt, durationSeconds, audioIdentityKey: mark, ...task })
    .returning({ id: tasks.id });
  return { taskId: present(madeTask).id, callId, recordingId };
}

type MakeUserInput = Partial<typeof users.$inferInsert> & { campaignIds?: number[] };

/** An account that nobody can sign in to unless the test gives its password hash; returns the id. */
export async function makeUser({ campaignIds = [], ...values }: MakeUserInput = {}): Promise<string> {
  const email = `${randomBytes(6).toString("hex")}@example.com`;
  const [user] = await db
    .insert(users)
    .values({ email, name: "Somebody", passwordHash: "scrypt$2$1$1$AA$AA", role: "admin", ...values })
    .returning({ id: users.id });
  const userId = present(user).id;
  if (campaignIds.length > 0) await db.insert(userCampaigns).values(campaignIds.map((campaignId) => ({ userId, campaignId })));
  return userId;
}

function present<Row>(row: Row | undefined): Row {
  if (!row) throw new Error("The database returned no row for an insert.");
  return row;
}
