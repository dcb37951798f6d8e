import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { SPEAKER_ROLES } from "@/db/enums";
import { type TranscriptSpeaker, transcripts } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { orderAuditAnew } from "@/lib/audits/machine/order-audit-anew";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";
import { canRequestTranscription } from "@/lib/transcription/transcription-access";

/** What a person may say of a transcript's speakers; a blank name means that there is none. */
export const speakersInput = z
  .array(
    z.object({
      role: z.enum(SPEAKER_ROLES),
      name: z
        .string()
        .max(120)
        .transform(
          (name) =>
            name
              .toWellFormed()
              .replace(/\p{Cc}+/gu, " ")
              .trim() || null,
        )
        .nullable(),
    }),
  )
  .max(100);

type ChangeSpeakersInput = { viewer: Viewer; taskId: string; speakers: TranscriptSpeaker[] };

/**
 * Says who speaks in a transcript: a role and a name for each of its speakers, in their order. Where other roles make other words the agent's, a
 * machine audits the call anew, unless people have had to do with its audit. Not-found for those who may not; invalid for another number of speakers.
 */
export async function changeSpeakers({ viewer, taskId, speakers }: ChangeSpeakersInput): Promise<void> {
  await requireVisibleTask({ viewer, taskId });
  if (!canRequestTranscription(viewer)) throw new AppError("not_found", "There is no such task.");
  await db.transaction(async (tx) => {
    const [before] = await tx
      .select({ speakers: transcripts.speakers })
      .from(transcripts)
      .where(eq(transcripts.taskId, taskId))
      .for("update");
    if (!before) throw new AppError("not_found", "There is no such transcript.");
    if (before.speakers.length !== speakers.length) throw new AppError("invalid", `The transcript has ${before.speakers.length} speakers.`);
    const isOtherRole = speakers.some(({ role }, index) => role !== before.speakers[index]?.role);
    // By the database's clock, as the machine's answers are: one that is older is of the old roles. The clock of now, not of when this began, since a
    // machine may have answered while this waited for it. A name changes nothing that a machine has heard.
    const updatedAt = isOtherRole ? sql`clock_timestamp()` : sql`${transcripts.updatedAt}`;
    await tx.update(transcripts).set({ speakers, updatedAt }).where(eq(transcripts.taskId, taskId));
    const isAuditedAnew = isOtherRole && (await orderAuditAnew(tx, taskId));
    const details = { speakers: { from: before.speakers, to: speakers }, ...(isAuditedAnew && { isAuditedAnew }) };
    await recordAuditEntry({ actor: viewer, action: "transcript.speakers_changed", object: { kind: "task", id: taskId }, details }, tx);
  });
}
