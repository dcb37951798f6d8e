import type { ComponentType } from "react";
import { AnuraGuide } from "@/components/sources/anura/anura-guide";
import type { SourceScreenProps } from "@/components/sources/source-screen-props";
import type { Viewer } from "@/lib/auth/viewer";
import type { OfferedSource } from "@/lib/campaigns/offered-sources";
import { AriaSource } from "./aria-source";
import type { AudioSourceSearchParams } from "./search-params";

/** What a screen needs that reads more than every source has. */
export type SourcePageProps = SourceScreenProps & { viewer: Viewer; search: AudioSourceSearchParams };

/** How to connect each source, and what arrives from it. */
export const SOURCE_SCREENS: Record<OfferedSource, ComponentType<SourcePageProps>> = { anura: AnuraGuide, aria: AriaSource };
