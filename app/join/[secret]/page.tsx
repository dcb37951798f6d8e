import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { EntryFrame } from "@/components/layout/entry-frame";
import { ClientMessages } from "@/components/ui/client-messages";
import { FormProblem } from "@/components/ui/form-problem";
import { clientAddress } from "@/lib/auth/client-address";
import { orNotFound } from "@/lib/auth/or-not-found";
import { AppError } from "@/lib/errors";
import { getUserLink } from "@/lib/users/get-user-link";
import { choosePasswordAction } from "../actions";
import { ChoosePasswordForm } from "./choose-password-form";

type JoinPageProps = { params: Promise<{ secret: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("join"))("titleReset") };
}

export default async function JoinPage({ params }: JoinPageProps) {
  const { secret } = await params;
  const t = await getTranslations("join");
  const link = await orThrottled(orNotFound(getUserLink({ secret, remoteAddress: clientAddress(await headers()) })));
  if (typeof link === "number")
    return (
      <EntryFrame title={t("titleReset")}>
        <FormProblem>{t("throttled", { minutes: Math.ceil(link / 60) })}</FormProblem>
      </EntryFrame>
    );
  const isInvitation = link.purpose === "invitation";
  return (
    <EntryFrame
      title={isInvitation ? t("titleInvitation", { name: link.name }) : t("titleReset")}
      description={isInvitation ? t("descriptionInvitation") : t("descriptionReset")}
    >
      <ClientMessages namespaces={["join", "setup"]}>
        <ChoosePasswordForm action={choosePasswordAction.bind(null, secret)} email={link.email} />
      </ClientMessages>
    </EntryFrame>
  );
}

/** What a verb returns, or after how many seconds to come again. */
async function orThrottled<Result>(result: Promise<Result>): Promise<Result | number> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") return Number(error.details.retryAfterSeconds);
    throw error;
  }
}
