import { page, type Rights, route, SIGNED_IN } from "./rights";

const OUTCOMES = "/dashboard/reports/outcomes";

/** Reports, which hold what each may see: agents their own calls without money. */
export const reports: Rights = {
  pages: {
    "/dashboard/reports/outcomes": page(OUTCOMES, SIGNED_IN),
    "/dashboard/reports/outcomes/calls": page(`${OUTCOMES}/calls`, SIGNED_IN),
  },
  routes: {
    "GET /dashboard/reports/outcomes/export": route(`${OUTCOMES}/export?format=csv`, SIGNED_IN),
  },
};
