import { onNotification } from "@/db/notifications";
import { log } from "@/lib/log";
import { findSignedInUser } from "./find-signed-in-user";
import type { SessionClaims } from "./session-token";
import type { Viewer } from "./viewer";

type WatchAccessInput = {
  claims: SessionClaims;
  viewer: Viewer;
  onChange: () => void;
  /** The session could not be looked up: it is not known to hold. */
  onUnknown: () => void;
};

/**
 * Tells once a session is over, or its person may see something else than `viewer` says, from whatever process that came, as soon as it is
 * committed. `check` looks by itself: the second net, for when the database was away.
 */
export function watchAccess({ claims, viewer, onChange, onUnknown }: WatchAccessInput): { check: () => Promise<void>; stop: () => void } {
  const was = fingerprintOf(viewer);
  const check = async () => {
    try {
      const now = await findSignedInUser(claims);
      if (now === null || fingerprintOf(now.viewer) !== was) onChange();
    } catch (error) {
      log.warn({ err: error }, "a session could not be looked up");
      onUnknown();
    }
  };
  const stop = onNotification("users_changed", (userId) => {
    if (userId === "" || userId === claims.userId) void check();
  });
  // What changed between the session's look-up and now was told to nobody.
  void check();
  return { check, stop };
}

function fingerprintOf({ role, operatorId, campaignIds }: Viewer): string {
  return JSON.stringify([role, operatorId, [...campaignIds].sort()]);
}
