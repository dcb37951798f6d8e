import type { Role } from "@/db/enums";

/** Who asks. Every verb that reads or writes for a person takes one, and checks it. */
export type Viewer = {
  userId: string;
  role: Role;
  /** Campaigns that the person belongs to; admins see all, whatever stands here. */
  campaignIds: number[];
  /** The operator whose calls are the person's own; agents see nothing else. */
  operatorId: string | null;
};

/** Who acts: a person, or the installation itself (its command line, its own functions), which may do everything. */
export type Actor = Viewer | "system";
