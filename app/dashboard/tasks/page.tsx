import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";

export default async function TasksPage() {
  const t = await getTranslations("tasks");
  return <PageHeader title={t("title")} />;
}
