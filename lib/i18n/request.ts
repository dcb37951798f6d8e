import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { env } from "@/lib/env";
import { LOCALE_COOKIE, toLocale } from "./locales";
import { negotiateLocale } from "./negotiate-locale";

/** Language, words and time zone of the request at hand: the person's choice, else what the browser asks for. */
export default getRequestConfig(async () => {
  const chosen = toLocale((await cookies()).get(LOCALE_COOKIE)?.value);
  const locale = chosen ?? negotiateLocale((await headers()).get("accept-language") ?? "");
  const messages = await import(`../../messages/${locale}.json`);
  return { locale, messages: messages.default, timeZone: env.TIME_ZONE };
});
