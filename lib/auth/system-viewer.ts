import type { Viewer } from "./viewer";

/** The installation itself, for the command line and other places where no person asks: may do what an admin may, and is nobody's account. */
export const SYSTEM_VIEWER: Viewer = {
  userId: "00000000-0000-0000-0000-000000000000",
  role: "admin",
  campaignIds: [],
  operatorId: null,
};
