"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

const THEMES = [
  { name: "light", icon: Sun, label: "themeLight" },
  { name: "dark", icon: Moon, label: "themeDark" },
  { name: "system", icon: Monitor, label: "themeSystem" },
] as const;

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const t = useTranslations("nav");
  const { theme, setTheme } = useTheme();
  // The server cannot know the choice: it is kept in the browser.
  const isHydrated = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return (
    <fieldset className="flex rounded-lg border border-border p-0.5">
      <legend className="sr-only">{t("theme")}</legend>
      {THEMES.map(({ name, icon: Icon, label }) => (
        <button
          key={name}
          type="button"
          aria-pressed={isHydrated && theme === name}
          aria-label={t(label)}
          title={t(label)}
          onClick={() => setTheme(name)}
          className="grid h-7 flex-1 cursor-pointer place-items-center rounded-md text-muted hover:text-foreground aria-pressed:bg-rail-active aria-pressed:text-foreground"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      ))}
    </fieldset>
  );
}
