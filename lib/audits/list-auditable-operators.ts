import type { Viewer } from "@/lib/auth/viewer";
import { listAssignableOperators } from "@/lib/operators/list-assignable-operators";
import { asOperatorReader } from "./auditable-operators";

/** The first operators, by name, that contain a text and whose contacts the viewer may audit. Throws not-found for agents. */
export async function listAuditableOperators({ viewer, text }: { viewer: Viewer; text: string }): Promise<{ id: string; name: string }[]> {
  return listAssignableOperators({ viewer: asOperatorReader(viewer), text });
}
