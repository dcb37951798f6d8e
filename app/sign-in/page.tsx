import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntryFrame } from "@/components/layout/entry-frame";
import { ClientMessages } from "@/components/ui/client-messages";
import { getViewer } from "@/lib/auth/get-viewer";
import { safeNextPath } from "@/lib/auth/requested-path";
import { hasUsers } from "@/lib/users/has-users";
import { signInAction } from "./actions";
import { SignInForm } from "./sign-in-form";

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams;
  const nextPath = safeNextPath(typeof next === "string" ? next : null);
  if (await getViewer()) redirect(nextPath);
  if (!(await hasUsers())) redirect("/setup");
  const t = await getTranslations("signIn");
  return (
    <EntryFrame title={t("title")}>
      <ClientMessages namespaces={["signIn"]}>
        <SignInForm action={signInAction} nextPath={nextPath} />
      </ClientMessages>
    </EntryFrame>
  );
}
