import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/require-viewer";

export default async function OverviewPage() {
  await requireViewer();
  const t = await getTranslations("overview");
  return <PageHeader title={t("title")} />;
}
