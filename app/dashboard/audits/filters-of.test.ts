import { v7 } from "uuid";
import { expect, test } from "vitest";
import { listAudits } from "@/lib/audits/list-audits";
import { filtersOf } from "./filters-of";
import { loadAuditSearchParams } from "./search-params";

test.each([
  "from=0000-01-01&to=0000-12-31",
  "from=2026-02-30&to=9999-12-31",
  "scoreFrom=-1e308&scoreTo=Infinity",
  "scoreFrom=NaN&campaign=-1,99999999999",
  "task='&version=%00&operator=nobody&auditor=*",
  "q=%00%25_%5C&conversion=converted,nonsense",
  "answer=fails&machine=missed&source=rule",
  `criterion=${v7()}&machine=false&source=model&compared=true&recorded=true&conversion=unknown&task=${v7()}`,
])("an address by hand opens a list, whatever it asks for: %s", async (address) => {
  const viewer = { userId: v7(), role: "admin" as const, campaignIds: [], operatorId: null };
  const filters = filtersOf(loadAuditSearchParams(`?${address}`));
  expect(await listAudits({ viewer, filters })).toMatchObject({ items: [], leavesOut: false });
});
