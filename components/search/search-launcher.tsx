"use client";

import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useState } from "react";
import type { Role } from "@/db/enums";
import type { Search } from "./use-search";

const loadPalette = () => import("./search-palette");
const SearchPalette = lazy(async () => ({ default: (await loadPalette()).SearchPalette }));

type Opening = { open: () => void; prepare: () => void };
const SearchOpening = createContext<Opening>({ open: () => undefined, prepare: () => undefined });

/** How the search is opened from anywhere inside a SearchLauncher, and loaded as one reaches for it. */
export function useSearchOpening(): Opening {
  return useContext(SearchOpening);
}

/** Opens the search on Ctrl+K and Cmd+K, and for the buttons inside. What opens is loaded once somebody reaches for it. */
export function SearchLauncher({ role, search, children }: { role: Role; search: Search; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const [opening] = useState<Opening>(() => ({ open: () => setIsOpen(true), prepare: () => void loadPalette() }));

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // The key that comes first says what may come next.
      if (event.key === "Control" || event.key === "Meta") opening.prepare();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
      // What another dialog asks for is answered first.
      if (document.querySelector("dialog:modal, [aria-modal=true]")) return;
      event.preventDefault();
      setIsOpen(true);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [opening]);

  return (
    <SearchOpening value={opening}>
      {children}
      {isOpen && (
        <Suspense>
          <SearchPalette role={role} search={search} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </SearchOpening>
  );
}
