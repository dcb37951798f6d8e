const ID = "\u0001";

/**
 * Writes bodies as Anura sends them, each of another call: `write(id)` puts the id into the call's number and its recording's address.
 * Fields beside the fourteen are there as PBX administrators leave them in.
 */
export function anuraBodies({ campaignId, recordingUrl, operator = "María López" }) {
  const text = JSON.stringify({
    hooktrigger: "END",
    cdrid: `bench-${ID}`,
    dialtime: "2026-11-20 12:00:00",
    direction: "inbound",
    calling: "+5491167950079",
    called: "08001234567",
    status: "ANSWERED",
    duration: "68",
    billseconds: "65",
    wasrecorded: "true",
    audio_file_mp3: recordingUrl.replace("{id}", ID),
    accountname: "",
    accountextension: "201",
    queueagentname: operator,
    answerterminal: "ras_201",
    campaign_id: campaignId,
    accounttags: "ventas, norte",
  });
  const parts = text.split("\\u0001");
  return (id) => parts.join(id);
}
