import { FilterSelect } from "./filter-select";

type CampaignFilterProps = {
  label: string;
  campaigns: { id: number; name: string }[];
  values: number[];
  onChange: (campaignIds: number[]) => void;
};

/** Narrows a list or a report to any of several campaigns. */
export function CampaignFilter({ label, campaigns, values, onChange }: CampaignFilterProps) {
  return (
    <FilterSelect
      label={label}
      options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
      values={values.map(String)}
      onChange={(ids) => onChange(ids.map(Number))}
    />
  );
}
