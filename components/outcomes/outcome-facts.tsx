import { useTranslations } from "next-intl";
import { Duration } from "@/components/ui/duration";
import { Facts } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import type { CallOutcome } from "@/lib/outcomes/get-call-outcome";
import { ConversionChip } from "./conversion-chip";

/** Everything that a pay-per-call platform said of what came of a call; money only where the viewer may know it. */
export function OutcomeFacts({ outcome }: { outcome: CallOutcome }) {
  const t = useTranslations("outcome");
  const tEnders = useTranslations("callEnders");
  const amount = (value: string | null) => value !== null && <Money amount={value} />;
  const seconds = (value: number | null) => value !== null && <Duration seconds={value} />;
  const { money } = outcome;
  const amounts = money
    ? [
        { label: t("revenue"), value: amount(money.revenue) },
        { label: t("cost"), value: amount(money.cost) },
        { label: t("payout"), value: amount(money.payout) },
        { label: t("saleAmount"), value: amount(money.saleAmount) },
        { label: t("saleCount"), value: amount(money.saleCount) },
      ]
    : [];
  const facts = [
    { label: t("converted"), value: <ConversionChip converted={outcome.converted} /> },
    ...amounts,
    { label: t("connected"), value: seconds(outcome.connectedSeconds) },
    { label: t("timeToCall"), value: seconds(outcome.secondsToCall) },
    { label: t("timeToConnect"), value: seconds(outcome.secondsToConnect) },
    { label: t("endedBy"), value: outcome.endedBy && tEnders(outcome.endedBy) },
    { label: t("duplicate"), value: outcome.isDuplicate === null ? null : t(outcome.isDuplicate ? "yes" : "no") },
    { label: t("buyer"), value: outcome.buyerName },
    { label: t("target"), value: join(outcome.targetName, outcome.targetSubId) },
    { label: t("publisher"), value: join(outcome.publisherName, outcome.publisherSubId, outcome.subsource) },
    { label: t("vertical"), value: outcome.vertical },
    { label: t("state"), value: join(outcome.state, outcome.zipCode) },
    { label: t("branch"), value: outcome.branchName },
    { label: t("theirCampaign"), value: join(outcome.externalCampaignName, outcome.externalCampaignId) },
    { label: t("tracking"), value: outcome.campaignTrackingId },
    { label: t("client"), value: join(outcome.clientId, outcome.clientLeadId) },
    { label: t("dataSource"), value: outcome.dataSource },
    // As text: an address that strangers sent is nothing to click on.
    { label: t("referrer"), value: outcome.referrerUrl },
    { label: t("connection"), value: outcome.connectionName },
  ];
  // What the platform does not send would be half of the list; what it may still send is known from the guide.
  return <Facts facts={facts.filter(({ value }) => value !== null && value !== "" && value !== false)} />;
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
