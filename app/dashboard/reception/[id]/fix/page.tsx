import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FixEditor } from "@/components/reception/fix-editor";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { showBody } from "@/lib/reception/body/show-body";
import { readDelivery } from "@/lib/reception/read-delivery";
import { checkCorrectedAction, replayCorrectedAction } from "../../actions";

type FixPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reception"))("fix.title") };
}

export default async function FixPage({ params }: FixPageProps) {
  const viewer = await requireViewer();
  const { id } = await params;
  const { delivery } = await orNotFound(readDelivery({ viewer, id }));
  const t = await getTranslations("reception");
  const { raw, contentType } = delivery;
  const { form } = showBody({ raw, contentType, view: "raw" });
  // JSON says the same with its members on lines, where one finds them.
  const { text } = showBody({ raw, contentType, view: form === "json" ? "pretty" : "raw" });
  return (
    <ClientMessages namespaces={["reception", "verdicts", "deliveryReasons"]}>
      <PageHeader
        trail={[
          { label: t("title"), href: "/dashboard/reception" },
          { label: `${t("deliveryTitle")} ${delivery.id.slice(-8)}`, href: `/dashboard/reception/${delivery.id}` },
        ]}
        title={t("fix.title")}
        description={t(form === "hex" ? "fix.notText" : "fix.description")}
      />
      <FixEditor
        body={form === "hex" ? "" : text}
        check={checkCorrectedAction.bind(null, delivery.id)}
        replay={replayCorrectedAction.bind(null, delivery.id)}
      />
    </ClientMessages>
  );
}
