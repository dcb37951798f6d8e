import { LogOut } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DigestForm } from "@/components/account/digest-form";
import { PasswordForm } from "@/components/account/password-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { Facts } from "@/components/ui/facts";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { findDigestChoice } from "@/lib/digest/find-digest-choice";
import { env } from "@/lib/env";
import { type Account, getAccount } from "@/lib/users/get-account";
import { changePasswordAction, chooseDigestAction, sendDigestAction, signOutEverywhereAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const viewer = await requireViewer();
  const [account, digest] = await Promise.all([orNotFound(getAccount({ viewer })), findDigestChoice({ viewer })]);
  const [t, tRoles, tDigest] = await Promise.all([getTranslations("account"), getTranslations("roles"), getTranslations("digestChoice")]);
  const { name, email, role, operatorName, lastSignedInAt } = account;
  return (
    <ClientMessages namespaces={["account", "digestChoice", "setup"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid max-w-5xl items-start gap-5 lg:grid-cols-2">
        <div className="flex flex-col gap-5">
          <Panel title={t("details")}>
            <Facts
              facts={[
                { label: t("name"), value: name },
                { label: t("email"), value: email },
                { label: t("role"), value: tRoles(role) },
                { label: t("campaigns"), value: campaignsOf(account, { all: t("allCampaigns"), none: t("noCampaigns") }) },
                ...(role === "agent" ? [{ label: t("operator"), value: operatorName ?? t("noOperator") }] : []),
                { label: t("lastSignedIn"), value: lastSignedInAt && <TimeWithZone value={lastSignedInAt} isBrief /> },
              ]}
            />
          </Panel>
          {digest && (
            <Panel title={tDigest("title")} className="[&>div:last-child]:p-4">
              {digest.isMailConfigured ? (
                <DigestForm
                  email={email}
                  isWanted={digest.isWanted}
                  description={tDigest(role === "admin" ? "descriptionAdmin" : "description", { zone: env.TIME_ZONE })}
                  save={chooseDigestAction}
                  send={sendDigestAction}
                />
              ) : (
                <p className="p-4 text-muted">{tDigest("notConfigured")}</p>
              )}
            </Panel>
          )}
        </div>
        <div className="flex flex-col gap-5">
          <Panel title={t("password.title")} className="[&>form]:p-4">
            <PasswordForm action={changePasswordAction} email={email} />
          </Panel>
          <Panel title={t("everywhere.title")}>
            <form action={signOutEverywhereAction} className="p-4">
              <p className="mb-3 text-muted">{t("everywhere.description")}</p>
              <button type="submit" className="button button--md button--outline">
                <LogOut aria-hidden />
                {t("everywhere.action")}
              </button>
            </form>
          </Panel>
        </div>
      </div>
    </ClientMessages>
  );
}

function campaignsOf({ role, campaigns }: Account, words: { all: string; none: string }): ReactNode {
  if (role === "admin") return words.all;
  if (campaigns.length === 0) return words.none;
  return campaigns.map(({ name }) => name).join(", ");
}
