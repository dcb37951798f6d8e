import type messages from "@/messages/es.json";
import type { Locale } from "./locales";

// A word that is missing from messages/es.json is a type error where it is used; a test holds the other languages to the same keys.
declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
