/**
 * The fields of a delivery in the order of the guide and the body template. `name` is the JSON key, `variable` what Anura's panel calls it
 * (kb.anura.com.ar/es/articles/2579414-variables-eventos-templetizados); null where the campaign's own number stands instead.
 * `value: "required"`: the call can't be taken in without one. The words for each are under `purpose` in the messages.
 */
export const ANURA_FIELDS = [
  { name: "dialtime", variable: "dialtime", value: "required", purpose: "callTime" },
  { name: "direction", variable: "direction", value: "required", purpose: "direction" },
  { name: "calling", variable: "calling", value: "optional", purpose: "calling" },
  { name: "called", variable: "called", value: "optional", purpose: "called" },
  { name: "status", variable: "status", value: "optional", purpose: "status" },
  { name: "duration", variable: "duration", value: "required", purpose: "duration" },
  { name: "billseconds", variable: "billseconds", value: "required", purpose: "billableSeconds" },
  { name: "wasrecorded", variable: "wasrecorded", value: "optional", purpose: "wasRecorded" },
  { name: "audio_file_mp3", variable: "audio_file_mp3", value: "optional", purpose: "recordingUrl" },
  { name: "accountname", variable: "accountname", value: "optional", purpose: "outboundOperator" },
  { name: "accountextension", variable: "accountextension", value: "optional", purpose: "extension" },
  { name: "queueagentname", variable: "queueagentname", value: "optional", purpose: "inboundOperator" },
  { name: "answerterminal", variable: "answerterminal", value: "optional", purpose: "inboundOperatorFallback" },
  { name: "campaign_id", variable: null, value: "required", purpose: "campaign" },
] as const;

/** Fields that a template may leave out altogether. */
export const ANURA_OPTIONAL_FIELDS = [
  { name: "cdrid", variable: "cdrid", value: "optional", purpose: "callId" },
  { name: "hooktrigger", variable: "hooktrigger", value: "optional", purpose: "event" },
] as const;
