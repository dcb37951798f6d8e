import { useTranslations } from "next-intl";
import { LiveStatus } from "@/components/ui/live-status";

/** Shows the page anew when something arrives. */
export function LiveLog() {
  return <LiveStatus kind="delivery" help={useTranslations("reception")("liveHelp")} />;
}
