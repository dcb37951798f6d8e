import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/require-viewer";

/** The report that everybody has. */
export default async function ReportsPage(): Promise<never> {
  await requireViewer();
  redirect("/dashboard/reports/quality");
}
