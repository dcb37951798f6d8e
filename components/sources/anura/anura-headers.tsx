import Link from "next/link";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";

/** The two headers of a request to us. The key itself is not known here: it was shown once, where it was made. */
export function AnuraHeaders() {
  const t = useTranslations("anuraGuide.headers");
  return (
    <dl className="divide-y divide-separator overflow-hidden rounded-lg border border-separator [&>div]:grid [&>div]:items-center [&>div]:gap-x-3 [&>div]:px-3 [&>div]:py-1 sm:[&>div]:grid-cols-[11rem_minmax(0,1fr)]">
      <div>
        <dt>
          <HeaderText text="X-API-Key" />
        </dt>
        <dd className="max-sm:pb-1.5">
          {t("keyValue")}{" "}
          <Link href="/dashboard/settings/api-keys" prefetch={false} className="rounded-sm text-link underline underline-offset-2">
            {t("keyLink")}
          </Link>
        </dd>
      </div>
      <div>
        <dt>
          <HeaderText text="Content-Type" />
        </dt>
        <dd>
          <HeaderText text="application/json" />
        </dd>
      </div>
    </dl>
  );
}

function HeaderText({ text }: { text: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <code className="font-mono text-[0.8125rem] whitespace-nowrap select-all">{text}</code>
      <CopyButton value={text} name={text} />
    </span>
  );
}
