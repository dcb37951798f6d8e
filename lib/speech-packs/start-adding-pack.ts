import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { addPack } from "@/lib/speech/packs/add-pack";
import { findPack, type Pack } from "@/lib/speech/packs/pack-list";
import { resumeWaitingTranscriptions } from "@/lib/transcription/resume-waiting-transcriptions";
import { addingPacks } from "./adding-packs";

type StartAddingPackInput = { actor: Actor; name: string; acceptsLicence: boolean };

/**
 * Begins to fetch a pack of speech models, and has what waits for it transcribed once it is there. Admins only; forbidden without accepting a
 * licence that asks for it, a conflict while the pack is being fetched. How far it is, addingPacks tells; `done` resolves when it has ended.
 */
export async function startAddingPack({ actor, name, acceptsLicence }: StartAddingPackInput): Promise<{ done: Promise<void> }> {
  requireAdmin(actor);
  const pack = findPack(name);
  if (!pack) throw new AppError("not_found", "There is no such pack.");
  if (pack.licence.needsAcceptance && !acceptsLicence) throw new AppError("forbidden", "The licence must be read and accepted first.");
  const adding = addingPacks();
  if (adding.get(pack.name)?.failure === null) throw new AppError("conflict", "The pack is being fetched already.");
  adding.set(pack.name, { share: 0, failure: null });
  return { done: fetchPack(actor, pack, acceptsLicence) };
}

async function fetchPack(actor: Actor, pack: Pack, acceptsLicence: boolean): Promise<void> {
  const adding = addingPacks();
  try {
    await addPack({ name: pack.name, acceptsLicence, onProgress: (share) => adding.set(pack.name, { share, failure: null }) });
    adding.delete(pack.name);
    const details = { licence: pack.licence.name, isLicenceAccepted: acceptsLicence };
    await recordAuditEntry({
      actor,
      action: "speech_pack.added",
      object: { kind: "speech_pack", id: pack.name, name: pack.model },
      details,
    });
    await resumeWaitingTranscriptions();
  } catch (error) {
    log.warn({ err: error, pack: pack.name }, "a pack of speech models could not be added");
    adding.set(pack.name, { share: 0, failure: error instanceof Error ? error.message : String(error) });
  }
}
