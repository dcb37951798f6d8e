import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import type { DigestScope } from "./build-digest";

/** True for those who can get digests: of their campaigns, or for admins of all. */
export function canGetDigest({ role }: Pick<Viewer, "role">): boolean {
  return role === "admin" || role === "supervisor";
}

/** Whether somebody gets the weekly digest: as they chose, else supervisors do. */
export function getsDigest({ role, receivesDigest }: Pick<Viewer, "role"> & { receivesDigest: boolean | null }): boolean {
  return canGetDigest({ role }) && (receivesDigest ?? role === "supervisor");
}

/** The campaigns that somebody's digest is of. */
export function digestScopeOf({ role, campaignIds }: Pick<Viewer, "role" | "campaignIds">): DigestScope {
  if (!canGetDigest({ role })) return [];
  return role === "admin" ? "all" : campaignIds;
}

/** The same for everybody to whom there is no digest. */
export function digestNotFound(): AppError {
  return new AppError("not_found", "There is no digest.");
}
