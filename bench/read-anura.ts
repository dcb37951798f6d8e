import { readAnuraDelivery } from "@/lib/sources/anura/read-delivery";

/** Most microseconds of processor time that reading a normal body may take on average, once warm. */
const LIMIT = 25;
const ROUNDS = 5;
const READINGS = 20_000;

const FIELDS = {
  hooktrigger: "END",
  dialtime: "2026-11-20 12:00:00",
  direction: "inbound",
  calling: "+54 9 11 6795-0079",
  called: "08001234",
  status: "ANSWERED",
  duration: "62",
  billseconds: "60",
  wasrecorded: "true",
  audio_file_mp3: `https://recordings.example.com/2026/11/20/1.mp3?token=${"x".repeat(200)}&amp;expires=1`,
  accountname: "",
  accountextension: "201",
  queueagentname: "Mar&iacute;a  L&oacute;pez",
  answerterminal: "ras_201",
  campaign_id: 7,
  accounttags: "ventas, norte, ".repeat(20),
};

const BODIES = {
  by_facts: JSON.stringify(FIELDS, null, 2),
  by_cdrid: JSON.stringify({ ...FIELDS, cdrid: "20261120-120000-1234567890" }, null, 2),
  by_long_number: JSON.stringify({ ...FIELDS, cdrid: "N" }, null, 2).replace('"N"', "12345678901234567890"),
  refused_fields: JSON.stringify({ ...FIELDS, duration: "", dialtime: "30/02/2026 10:00:00" }, null, 2),
  not_json: JSON.stringify(FIELDS, null, 2).replace('"08001234"', "{{ called }}"),
};

const results = [];
for (const [body, text] of Object.entries(BODIES)) {
  const raw = Buffer.from(text);
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) rounds.push(await measure(raw));
  // The first round warms up.
  const microseconds = rounds.slice(1).sort((a, b) => a - b);
  results.push({ body, bytes: raw.length, microseconds: microseconds[Math.floor(ROUNDS / 2)], slowest_round: microseconds.at(-1) });
}
const isWithinLimit = results.every(
  ({ body, microseconds = Number.POSITIVE_INFINITY }) => !body.startsWith("by_") || microseconds <= LIMIT,
);
console.log(
  JSON.stringify({
    benchmark: "read-anura",
    node: process.version,
    readings_per_round: READINGS,
    limit_microseconds: LIMIT,
    is_within_limit: isWithinLimit,
    results,
  }),
);
process.exitCode = isWithinLimit ? 0 : 1;

/** Microseconds of processor time a reading: the machine's other work does not count. */
async function measure(raw: Buffer): Promise<number> {
  const start = process.cpuUsage();
  for (let count = 0; count < READINGS; count++) {
    await readAnuraDelivery({
      raw,
      contentType: "application/json; charset=utf-8",
      findCampaign: (id) => ({ id, timeZone: null, source: "anura", isArchived: false }),
      defaultTimeZone: "America/Argentina/Buenos_Aires",
    });
  }
  const { user, system } = process.cpuUsage(start);
  return Math.round(((user + system) * 100) / READINGS) / 100;
}
