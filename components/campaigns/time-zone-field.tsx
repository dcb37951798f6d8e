import { useTranslations } from "next-intl";
import { FormField } from "@/components/ui/form-field";
import { NativeSelect } from "@/components/ui/native-select";
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
  return (
    <FormField label={t("timeZone")} help={t("timeZoneHelp")} error={error}>
      {(wiring) => (
        <NativeSelect {...wiring} name="timeZone" defaultValue={defaultValue ?? ""}>
          <option value="">{t("timeZoneInstallation", { zone: installationTimeZone })}</option>
          {timeZones.map(({ name, offset }) => (
            <option key={name} value={name}>
              {name} ({offset})
            </option>
          ))}
        </NativeSelect>
      )}
    </FormField>
  );
}
