import { makeOwnAudit, makeOwnDispute } from "./make-own-audit";
import { change, form, MEMBER_SUPERVISORS, page, type Rights, SUPERVISORS, type Visitor } from "./rights";

const DISPUTES = "app/dashboard/disputes/actions.ts";
const AGENT: readonly Visitor[] = ["ownAgent"];

/** What agents read, acknowledge and dispute, and those who decide. */
export const disputes: Rights = {
  pages: {
    "/dashboard/disputes": page("/dashboard/disputes", SUPERVISORS),
    "/dashboard/disputes/[id]": page(async (given) => `/dashboard/disputes/${await makeOwnDispute(given)}`, MEMBER_SUPERVISORS),
  },
  actions: {
    [`${DISPUTES}#acknowledgeAuditAction`]: change(async (given) => [(await makeOwnAudit(given)).auditId, null, form({})], AGENT),
    [`${DISPUTES}#openDisputeAction`]: change(async (given) => [await makeOwnAudit(given), null, form({ reason: "I did" })], AGENT),
    [`${DISPUTES}#withdrawDisputeAction`]: change(async (given) => [await makeOwnDispute(given), null, form({})], AGENT),
    [`${DISPUTES}#decideDisputeAction`]: change(
      async (given) => [await makeOwnDispute(given), null, form({ verdict: "complies", decision: "One hears it" })],
      MEMBER_SUPERVISORS,
    ),
  },
};
