import { inputVariants } from "@heroui/styles";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { TimeZoneOption } from "@/lib/campaigns/list-time-zones";

type TimeZoneFieldProps = {
  defaultValue: string | null;
  installationTimeZone: string;
  timeZones: TimeZoneOption[];
  error: string | null;
};

/** The zone of a campaign. The browser's own list: it finds one of four hundred as one types, on a phone too. */
export function TimeZoneField({ defaultValue, installationTimeZone, timeZones, error }: TimeZoneFieldProps) {
  const t = useTranslations("campaigns.form");
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="w-fit text-sm font-medium">
        {t("timeZone")}
      </label>
      <div className="relative">
        <select
          id={id}
          name="timeZone"
          defaultValue={defaultValue ?? ""}
          aria-describedby={`${id}-help`}
          aria-invalid={error !== null}
          data-invalid={error !== null}
          className={inputVariants({ className: "w-full appearance-none pe-9" })}
        >
          <option value="">{t("timeZoneInstallation", { zone: installationTimeZone })}</option>
          {timeZones.map(({ name, offset }) => (
            <option key={name} value={name}>
              {name} ({offset})
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-muted" />
      </div>
      <p id={`${id}-help`} className={error === null ? "text-xs text-muted" : "text-xs text-danger"}>
        {error ?? t("timeZoneHelp")}
      </p>
    </div>
  );
}
