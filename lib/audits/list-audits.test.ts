import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import { listAudits } from "./list-audits";
import { makeViewer } from "./testing/make-sheet";

const admin = await makeViewer("admin");
const campaignId = await makeCampaign({ name: "Sales" });
const otherId = await makeCampaign();
const operatorId = await makeOperator("Lucía Ferreyra");
const auditor = await makeViewer("auditor", [campaignId]);
const scorecard = await makeScorecard({ campaignId });
const other = await makeScorecard({ campaignId: otherId });
const completed = { status: "completed" as const, completedAt: new Date() };
const at = (text: string) => ({ contactAt: new Date(text), contactOn: text.slice(0, 10) });

const { taskId } = await makeTask({ campaignId, operatorId });
const passed = await make({ ...at("2026-11-18T10:00:00Z"), ...completed, score: 80, auditorId: auditor.userId }, ["complies", "fails"]);
const failed = await make({ ...at("2026-11-19T10:00:00Z"), ...completed, score: 79.99, hasCriticalFailure: true }, ["fails", "complies"]);
const open = await make({ ...at("2026-11-19T12:00:00Z"), channel: "chat", reference: "T-1", auditorId: auditor.userId }, []);
const calibration = await make({ ...at("2026-11-20T09:00:00Z"), kind: "calibration", taskId, auditorId: admin.userId }, []);
const foreign = await makeAudit({
  scorecard: other,
  campaignId: otherId,
  operatorId: await makeOperator(),
  audit: at("2026-11-21T09:00:00Z"),
});

async function make(audit: Parameters<typeof makeAudit>[0]["audit"], answers: ("complies" | "fails")[]) {
  const given = answers.map((answer) => ({ answer, answeredBy: admin.userId }));
  return makeAudit({ scorecard, campaignId, operatorId, audit, answers: given });
}

type Filters = Parameters<typeof listAudits>[0]["filters"];
const ids = async (filters: Filters, viewer = admin) => (await listAudits({ viewer, filters })).items.map(({ id }) => id);

test("every filter of the list narrows it to its audits, the newest contact first", async () => {
  const keyOf = async (index: number) => {
    const [row] = await sqlClient`select key from criteria where id = ${scorecard.criterionIds[index] ?? ""}`;
    return String(row?.key);
  };
  const all = [foreign, calibration, open, failed, passed];
  expect(await ids({})).toEqual(all);
  for (const [filters, expected] of [
    [{ campaignIds: [campaignId] }, [calibration, open, failed, passed]],
    [{ text: "lucia f" }, [calibration, open, failed, passed]],
    [{ text: "t-1" }, [open]],
    [{ operatorId }, [calibration, open, failed, passed]],
    [{ auditorId: auditor.userId }, [open, passed]],
    [{ statuses: ["completed"] }, [failed, passed]],
    [{ kinds: ["quality"] }, [foreign, open, failed, passed]],
    [{ channels: ["chat"] }, [open]],
    [{ maker: "machine" }, [foreign, failed]],
    [{ maker: "person" }, [calibration, open, passed]],
    [{ result: "passed" }, [passed]],
    [{ result: "failed" }, [failed]],
    [{ hasCriticalFailure: true }, [failed]],
    [{ from: "2026-11-19", to: "2026-11-20" }, [calibration, open, failed]],
    [{ criterionKey: await keyOf(0), answers: ["fails"] }, [failed]],
    [{ criterionKey: await keyOf(1) }, [failed, passed]],
  ] satisfies [Filters, string[]][])
    expect(await ids(filters), JSON.stringify(filters)).toEqual(expected);
});

test("everybody is shown the audits that are theirs to see", async () => {
  expect(await ids({}, auditor)).toEqual([open, failed, passed]);
  expect(await ids({}, await makeViewer("supervisor", [campaignId]))).toEqual([calibration, open, failed, passed]);
  expect(await ids({}, await makeViewer("supervisor"))).toEqual([]);
  expect(await ids({}, await makeViewer("agent", [], operatorId))).toEqual([failed, passed]);
  expect(await ids({}, await makeViewer("agent"))).toEqual([]);
});

test("pages lead forwards to the end and back to the beginning, each audit once, and a damaged place opens the first", async () => {
  const seen: string[][] = [];
  let cursor: string | null = null;
  let page = await listAudits({ viewer: admin, limit: 2 });
  expect(page.previousCursor).toBeNull();
  for (;;) {
    seen.push(page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    if (cursor === null) break;
    page = await listAudits({ viewer: admin, limit: 2, cursor });
  }
  expect(seen).toEqual([[foreign, calibration], [open, failed], [passed]]);
  const back = await listAudits({ viewer: admin, limit: 2, cursor: page.previousCursor });
  expect(back.items.map(({ id }) => id)).toEqual([open, failed]);
  const first = await listAudits({ viewer: admin, limit: 2, cursor: back.previousCursor });
  expect(first).toMatchObject({ previousCursor: null, items: [{ id: foreign }, { id: calibration }] });
  expect((await listAudits({ viewer: admin, limit: 1, cursor: "x" })).items).toMatchObject([{ id: foreign }]);
});
