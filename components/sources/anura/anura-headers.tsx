import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";

/** The two headers of a request to us. The key itself is not known here: it was shown once, where it was made. */
export function AnuraHeaders() {
  const t = useTranslations("anuraGuide.headers");
  return (
    <table className="w-full rounded-lg text-start">
      <thead>
        <tr className="text-xs text-muted [&>th]:pb-1.5 [&>th]:text-start [&>th]:font-medium">
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("value")}</th>
        </tr>
      </thead>
      <tbody className="[&_td]:border-t [&_td]:border-separator [&_td]:py-1 [&_td]:align-middle">
        <tr>
          <td className="pe-4">
            <HeaderText text="X-API-Key" />
          </td>
          <td>
            {t("keyValue")}{" "}
            <Link
              href="/dashboard/settings/api-keys"
              className="inline-flex items-center gap-0.5 rounded-sm text-link underline underline-offset-2"
            >
              {t("keyLink")}
              <ArrowUpRight aria-hidden className="size-3.5 shrink-0" />
            </Link>
          </td>
        </tr>
        <tr>
          <td className="pe-4">
            <HeaderText text="Content-Type" />
          </td>
          <td>
            <HeaderText text="application/json" />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function HeaderText({ text }: { text: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <code className="font-mono text-[0.8125rem] wrap-anywhere select-all">{text}</code>
      <CopyButton value={text} name={text} />
    </span>
  );
}
