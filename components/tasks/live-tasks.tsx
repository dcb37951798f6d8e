import { useTranslations } from "next-intl";
import { LiveStatus } from "@/components/ui/live-status";

/** Shows the page anew when tasks come or change. */
export function LiveTasks() {
  return <LiveStatus kind="task" help={useTranslations("tasks")("liveHelp")} />;
}
