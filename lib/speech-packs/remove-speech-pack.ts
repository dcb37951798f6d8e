import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findPack } from "@/lib/speech/packs/pack-list";
import { removePack } from "@/lib/speech/packs/remove-pack";

/** Takes a pack of speech models away; calls that need it wait from then on. Admins only; not-found for a pack that is not there. */
export async function removeSpeechPack({ actor, name }: { actor: Actor; name: string }): Promise<void> {
  requireAdmin(actor);
  const pack = findPack(name);
  if (!pack || !(await removePack({ name: pack.name }))) throw new AppError("not_found", "There is no such pack here.");
  await recordAuditEntry({ actor, action: "speech_pack.removed", object: { kind: "speech_pack", id: pack.name, name: pack.model } });
}
