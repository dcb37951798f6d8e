/**
 * What the form of a sample says, for sampleInput to judge. For quality the auditors are those with a number; for calibration those that are
 * ticked, each with the one number of calls.
 */
export function typedSample(form: FormData): Record<string, unknown> {
  const quotas =
    form.get("kind") === "calibration"
      ? form.getAll("auditor").map((userId) => ({ userId, count: form.get("count") ?? "" }))
      : [...form]
          .filter(([name, count]) => name.startsWith(QUOTA) && String(count).trim() !== "" && Number(count) !== 0)
          .map(([name, count]) => ({ userId: name.slice(QUOTA.length), count }));
  return { ...Object.fromEntries(form), quotas };
}

const QUOTA = "quota.";
