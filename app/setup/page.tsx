import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntryFrame } from "@/components/layout/entry-frame";
import { ClientMessages } from "@/components/ui/client-messages";
import { hasUsers } from "@/lib/users/has-users";
import { setUpAction } from "./actions";
import { SetupForm } from "./setup-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup"))("title") };
}

export default async function SetupPage() {
  if (await hasUsers()) redirect("/sign-in");
  const t = await getTranslations("setup");
  return (
    <EntryFrame title={t("title")} description={t("description")}>
      <ClientMessages namespaces={["setup", "signIn"]}>
        <SetupForm action={setUpAction} />
      </ClientMessages>
    </EntryFrame>
  );
}
