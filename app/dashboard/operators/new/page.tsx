import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OperatorNameForm } from "@/components/operators/operator-name-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { createOperatorAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operators"))("new.title") };
}

export default async function NewOperatorPage() {
  const t = await getTranslations("operators");
  return (
    <ClientMessages namespaces={["operators"]}>
      <PageHeader title={t("new.title")} description={t("new.description")} trail={[{ label: t("title"), href: "/dashboard/operators" }]} />
      <Panel className="max-w-xl">
        <OperatorNameForm action={createOperatorAction} operator={null} />
      </Panel>
    </ClientMessages>
  );
}
