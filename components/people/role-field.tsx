"use client";

import { useTranslations } from "next-intl";
import { ROLES, type Role } from "@/db/enums";

type RoleFieldProps = { role: Role; onChange: (role: Role) => void; isOwn: boolean; error: string | null };

/** The four roles, each with what it lets one do. */
export function RoleField({ role, onChange, isOwn, error }: RoleFieldProps) {
  const t = useTranslations("people.form");
  const tRoles = useTranslations("roles");
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">{t("role")}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {ROLES.map((option) => (
          <label
            key={option}
            className="flex cursor-pointer items-start gap-2 rounded-lg border border-border px-3 py-2 hover:bg-surface-secondary has-checked:border-accent has-disabled:cursor-default has-disabled:opacity-70"
          >
            <input
              type="radio"
              name="role"
              value={option}
              checked={option === role}
              disabled={isOwn && option !== role}
              onChange={() => onChange(option)}
              aria-describedby={`role-${option}-help`}
              aria-labelledby={`role-${option}`}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span id={`role-${option}`} className="block font-medium">
                {tRoles(option)}
              </span>
              <span id={`role-${option}-help`} className="block text-xs text-muted">
                {t(`roleHelp.${option}`)}
              </span>
            </span>
          </label>
        ))}
      </div>
      {(error !== null || isOwn) && (
        <p className={`mt-1 text-xs ${error === null ? "text-muted" : "text-danger"}`}>{error ?? t("ownRole")}</p>
      )}
    </fieldset>
  );
}
