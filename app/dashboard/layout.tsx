import type { ReactNode } from "react";
import { chooseLocale, signOut } from "@/app/actions";
import { AppFrame } from "@/components/layout/app-frame";
import { SessionWatch } from "@/components/layout/session-watch";
import { countOwnQueue } from "@/lib/assignments/count-own-queue";
import { requireSignedInUser } from "@/lib/auth/require-signed-in-user";
import { countOpenDisputes } from "@/lib/disputes/count-open-disputes";
import { CurrentAlarms } from "./current-alarms";
import { searchEverything } from "./search-actions";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { viewer, name, email } = await requireSignedInUser();
  const [disputes, assignments] = await Promise.all([countOpenDisputes({ viewer }), countOwnQueue({ viewer })]);
  const counts = { disputes, assignments };
  return (
    <AppFrame user={{ name, email, role: viewer.role }} counts={counts} actions={{ signOut, chooseLocale, search: searchEverything }}>
      <SessionWatch />
      <CurrentAlarms viewer={viewer} />
      {children}
    </AppFrame>
  );
}
