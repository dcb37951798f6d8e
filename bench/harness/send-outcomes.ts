/** Makes a campaign that a pay-per-call platform feeds, and sends it so many calls of the last days without recordings. Returns its number. */
export async function sendOutcomes({ url, count }: { url: string; count: number }): Promise<number> {
  // Loaded now, since they connect to the benchmark's database.
  const { createCampaign } = await import("@/lib/campaigns/create-campaign");
  const { createConnection } = await import("@/lib/connections/create-connection");
  const { ariaSampleBody } = await import("@/lib/sources/aria/sample-body");
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Pay per call", source: "aria" });
  const { publicId, key } = await createConnection({ actor: "system", name: "Benchmark", campaignId, timeZone: "America/New_York" });
  for (let number = 0; number < count; number++) {
    const body = ariaSampleBody({
      ...{ apiKey: key, connectionId: publicId, timeZone: "America/New_York", callName: `outcome-${number}`, recording: null },
      startedAt: new Date(Date.now() - number * 6 * 3_600_000),
    });
    const answer = await fetch(`${url}/webhook/aria`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...body, publisher_name: `Publisher ${number % 4}`, buyer_name: `Buyer ${number % 3}` }),
    });
    if (answer.status !== 200) throw new Error(`A call was answered ${answer.status} ${await answer.text()}`);
  }
  return campaignId;
}
