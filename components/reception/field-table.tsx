import { CircleCheck, CircleX, type LucideIcon, Minus, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { DirectionSign } from "@/components/tasks/direction-sign";
import { Duration } from "@/components/ui/duration";
import { InertText } from "@/components/ui/inert-text";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { FieldExplanation, MadeValue } from "@/lib/reception/field-explanation";

const SIGNS: Record<FieldExplanation["state"], { icon: LucideIcon; className: string }> = {
  ok: { icon: CircleCheck, className: "text-success" },
  warning: { icon: TriangleAlert, className: "text-warning-soft-foreground" },
  error: { icon: CircleX, className: "text-danger" },
  unused: { icon: Minus, className: "text-muted" },
};

/** Each field of a delivery: what was sent, what we made of it, and what is wrong with it. */
export function FieldTable({ fields }: { fields: FieldExplanation[] }) {
  const t = useTranslations("reception.fields");
  if (fields.length === 0) return <p className="px-4 py-4 text-muted">{t("none")}</p>;
  return (
    <table className="w-full border-collapse text-[0.8125rem]">
      <caption className="sr-only">{t("title")}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b border-border text-start text-muted">
          {(["field", "sent", "made"] as const).map((column) => (
            <th key={column} scope="col" className="h-9 px-2.5 text-start font-medium first:ps-4">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow key={field.path} field={field} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRow({ field: { path, sent, made, state, messages } }: { field: FieldExplanation }) {
  const t = useTranslations("reception.fields");
  const { icon: Icon, className } = SIGNS[state];
  return (
    <tr className="border-b border-separator align-top last:border-b-0 max-md:grid max-md:gap-0.5 max-md:px-4 max-md:py-2">
      <th scope="row" className="text-start font-normal md:w-48 md:px-2.5 md:py-2 md:ps-4">
        <span className="flex items-start gap-1.5">
          <Icon aria-hidden className={`mt-0.5 size-3.5 shrink-0 ${className}`} />
          <span className="sr-only">{t(`states.${state}`)}</span>
          <code className="min-w-0 font-mono text-xs leading-5 wrap-anywhere">
            <InertText text={path} />
          </code>
        </span>
      </th>
      <td className="font-mono text-xs leading-5 max-md:ps-5 md:max-w-0 md:px-2.5 md:py-2">
        {sent === null ? (
          <span className="font-sans text-muted italic">{t("absent")}</span>
        ) : sent === "" ? (
          <span className="font-sans text-muted italic">{t("empty")}</span>
        ) : (
          <InertText text={sent} />
        )}
      </td>
      <td className="leading-5 max-md:ps-5 md:max-w-0 md:px-2.5 md:py-2 md:pe-4">
        {made === null ? state === "error" ? null : <span className="text-muted">{t("nothing")}</span> : <Made value={made} />}
        {messages.map((message) => (
          <p key={message} className={`text-xs ${state === "error" ? "text-danger-soft-foreground" : "text-warning-soft-foreground"}`}>
            <InertText text={message} />
          </p>
        ))}
      </td>
    </tr>
  );
}

function Made({ value }: { value: MadeValue }) {
  const t = useTranslations("reception.fields");
  switch (value.kind) {
    case "text":
      return <InertText text={value.text} />;
    case "instant":
      return <TimeWithZone value={value.at} />;
    case "seconds":
      return <Duration seconds={value.seconds} />;
    case "truth":
      return t(value.isTrue ? "yes" : "no");
    case "direction":
      return <DirectionSign direction={value.direction} isWordShown />;
    case "campaign":
      return t("campaign", { id: value.campaignId });
  }
}
