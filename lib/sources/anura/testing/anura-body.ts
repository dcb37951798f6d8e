/** The fourteen fields as Anura sends them for an inbound call that was recorded; `overrides` say what matters to the test. */
export function anuraBody(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    dialtime: "2026-11-20 12:00:00",
    direction: "inbound",
    calling: "+54 9 11 6795-0079",
    called: "08001234",
    status: "ANSWERED",
    duration: "62",
    billseconds: "60",
    wasrecorded: "true",
    audio_file_mp3: "https://recordings.example.com/1.mp3",
    accountname: "",
    accountextension: "201",
    queueagentname: "Mar\u00eda L\u00f3pez",
    answerterminal: "ras_201",
    campaign_id: 7,
    ...overrides,
  };
}
