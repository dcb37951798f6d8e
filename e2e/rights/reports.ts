import { leadingPage, page, type Rights, route, SIGNED_IN, SUPERVISORS } from "./rights";

const OUTCOMES = "/dashboard/reports/outcomes";
const QUALITY = "/dashboard/reports/quality";

/** Reports, which hold what each may see: agents their own calls without money, and nothing of who audits how. */
export const reports: Rights = {
  pages: {
    "/dashboard/reports": leadingPage("/dashboard/reports", (visitor) => (visitor === "nobody" ? "/sign-in" : QUALITY)),
    "/dashboard/reports/quality": page(QUALITY, SIGNED_IN),
    "/dashboard/reports/quality/calibration": page(`${QUALITY}/calibration`, SUPERVISORS),
    "/dashboard/reports/outcomes": page(OUTCOMES, SIGNED_IN),
    "/dashboard/reports/outcomes/calls": page(`${OUTCOMES}/calls`, SIGNED_IN),
  },
  routes: {
    "GET /dashboard/reports/quality/export": route(`${QUALITY}/export?format=csv`, SIGNED_IN),
    "GET /dashboard/reports/outcomes/export": route(`${OUTCOMES}/export?format=csv`, SIGNED_IN),
  },
};
