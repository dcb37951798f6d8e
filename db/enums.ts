/** Closed sets shared by the database, zod, the URL and the screen. Imports nothing, so that a browser may load it. */

export const ROLES = ["admin", "supervisor", "auditor", "agent"] as const;
export type Role = (typeof ROLES)[number];

export const CHANNELS = ["calls", "social"] as const;
export type Channel = (typeof CHANNELS)[number];

export const SOURCES = ["anura", "aria", "internal", "net2phone", "sftp", "external_api", "neotel"] as const;
export type Source = (typeof SOURCES)[number];

export const DIRECTIONS = ["inbound", "outbound"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What became of one delivery. `received` never rests: a row is written with its final verdict. */
export const VERDICTS = ["accepted", "duplicate", "ignored", "refused"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where a call's recording stands: `none` was announced, `expected` without an address yet, then `pending` until `stored` or `unavailable`. */
export const RECORDING_STATUSES = ["none", "expected", "pending", "stored", "unavailable"] as const;
export type RecordingStatus = (typeof RECORDING_STATUSES)[number];

/** How one attempt to fetch a recording ended. `retry` will be tried again, `refused` and `gone` never. */
export const ATTEMPT_OUTCOMES = ["stored", "retry", "refused", "gone"] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** Who ended a call, as pay-per-call platforms say. */
export const CALL_ENDERS = ["caller", "callee", "system"] as const;
export type CallEnder = (typeof CALL_ENDERS)[number];

/** What outcomes are summed up by, besides campaign and day. `total` is by nothing else; a publisher's sub-id goes with its publisher. */
export const OUTCOME_DIMENSIONS = [
  "total",
  "publisher",
  "publisher_sub",
  "buyer",
  "target",
  "vertical",
  "state",
  "ended_by",
  "hour",
] as const;
export type OutcomeDimension = (typeof OUTCOME_DIMENSIONS)[number];

/** How long the times are that outcomes are summed up over. */
export const OUTCOME_GRAINS = ["day", "month"] as const;
export type OutcomeGrain = (typeof OUTCOME_GRAINS)[number];

export const TASK_STATUSES = ["pending", "processing", "completed", "audited", "validated", "failed"] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Who turns speech into text: on this machine, a server that speaks OpenAI's protocol, Deepgram, or nobody. */
export const TRANSCRIBERS = ["local", "openai", "deepgram", "none"] as const;
export type Transcriber = (typeof TRANSCRIBERS)[number];

export const SPEECH_LANGUAGES = ["es", "en", "pt"] as const;
export type SpeechLanguage = (typeof SPEECH_LANGUAGES)[number];

/** Where a task's transcription stands; `waiting` for something that an admin must add first, such as the model of a language. */
export const TRANSCRIPTION_STATUSES = ["waiting", "queued", "running", "completed", "failed", "cancelled"] as const;
export type TranscriptionStatus = (typeof TRANSCRIPTION_STATUSES)[number];

/** Whose voice is on a lane of a transcript; `unknown` where several share it, or nobody has said. */
export const SPEAKER_ROLES = ["agent", "customer", "unknown"] as const;
export type SpeakerRole = (typeof SPEAKER_ROLES)[number];

/** Where the times of single words come from. */
export const WORD_TIMES = ["measured", "estimated", "none"] as const;
export type WordTimes = (typeof WORD_TIMES)[number];

/** A question that is answered with yes or no, or with points from 0 to a maximum of its own. */
export const CRITERION_KINDS = ["yes_no", "scale"] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** What a criterion that is failed takes with it: nothing, its section, or the whole audit. */
export const CRITICAL_LEVELS = ["none", "section", "whole"] as const;
export type CriticalLevel = (typeof CRITICAL_LEVELS)[number];

/** Who answers a criterion: the machine; the machine with a suggestion that counts once a person has taken it over; or people alone. */
export const CRITERION_MODES = ["machine", "suggested", "manual"] as const;
export type CriterionMode = (typeof CRITERION_MODES)[number];

export const ANSWERS = ["complies", "fails", "not_applicable"] as const;
export type Answer = (typeof ANSWERS)[number];

/** Where a machine's answer comes from: a rule of the criterion, or a language model. */
export const ANSWER_SOURCES = ["rule", "model"] as const;
export type AnswerSource = (typeof ANSWER_SOURCES)[number];

/** `quality` is the one audit of a task that counts; `calibration` is one of several that auditors make of one task to be compared. */
export const AUDIT_KINDS = ["quality", "calibration"] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const AUDIT_STATUSES = ["open", "completed", "validated"] as const;
export type AuditStatus = (typeof AUDIT_STATUSES)[number];

/** How the contact that is audited took place. Audits of tasks are of calls; others are made by hand. */
export const CONTACT_CHANNELS = ["call", "chat", "email", "social", "in_person"] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** What became of an agent's objection to an answer. */
export const DISPUTE_STATUSES = ["open", "accepted", "rejected", "withdrawn"] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];

/** What machines do with a transcript: sum it up, and answer the campaign's scorecard. */
export const MACHINE_WORK_KINDS = ["analysis", "audit"] as const;
export type MachineWorkKind = (typeof MACHINE_WORK_KINDS)[number];

export const MACHINE_WORK_STATUSES = ["queued", "running", "completed", "failed"] as const;
export type MachineWorkStatus = (typeof MACHINE_WORK_STATUSES)[number];

export const SENTIMENTS = ["positive", "neutral", "negative"] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** Made from a name that a platform sent, or by hand. */
export const OPERATOR_ORIGINS = ["automatic", "manual"] as const;
export type OperatorOrigin = (typeof OPERATOR_ORIGINS)[number];

/** Why a request without a valid key was turned away. Told to admins only; the sender always sees the same 401. */
export const UNAUTHORIZED_REASONS = [
  "missing",
  "malformed",
  "unknown",
  "revoked",
  "expired",
  "out_of_scope",
  "other_connection",
  "connection_disabled",
] as const;
export type UnauthorizedReason = (typeof UNAUTHORIZED_REASONS)[number];

/** `connection`: the key of one connection, which is good with its connection_id only. */
export const API_KEY_SCOPES = ["webhook", "api", "connection"] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** Background work that people order and watch. */
export const JOB_KINDS = ["replay_deliveries", "assign_operator", "tag_tasks", "untag_tasks", "audit_tasks", "analyse_tasks"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** A job is `queued` until a worker has it; `cancelled` and `failed` keep what was done so far. */
export const JOB_STATUSES = ["queued", "running", "completed", "cancelled", "failed"] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** What a link that was sent to a person lets them do, once. */
export const USER_LINK_PURPOSES = ["invitation", "password_reset"] as const;
export type UserLinkPurpose = (typeof USER_LINK_PURPOSES)[number];

/** Lists whose filters can be kept under a name. */
export const SAVED_VIEW_LISTS = ["tasks", "deliveries", "audits"] as const;
export type SavedViewList = (typeof SAVED_VIEW_LISTS)[number];

/** What can be wrong with a campaign's source: nothing arrives at its usual hours, most is refused, recordings do not come. */
export const SOURCE_ALARM_KINDS = ["silent", "refused", "recordings_stuck"] as const;
export type SourceAlarmKind = (typeof SOURCE_ALARM_KINDS)[number];

/** What became of the digest of a week for one recipient: the mail server took it, it refused it for good, or there was nothing to say. */
export const DIGEST_OUTCOMES = ["sent", "refused", "nothing"] as const;
export type DigestOutcome = (typeof DIGEST_OUTCOMES)[number];

/** What the audit log tells of: an object and what was done to it. Names stay for good, so that old entries can be read. */
export const AUDIT_ACTIONS = [
  "user.signed_in",
  "user.invited",
  "user.created",
  "user.updated",
  "user.disabled",
  "user.enabled",
  "user.reset_link_made",
  "user.password_changed",
  "user.sessions_ended",
  "campaign.created",
  "campaign.updated",
  "campaign.archived",
  "campaign.restored",
  "campaign.source_chosen",
  "campaign.members_changed",
  "campaign.sample_sent",
  "tag.created",
  "tag.updated",
  "tag.deleted",
  "operator.created",
  "operator.updated",
  "operator.alias_added",
  "operator.alias_removed",
  "operator.merged",
  "operator.merge_undone",
  "api_key.created",
  "api_key.rotated",
  "api_key.revoked",
  "connection.created",
  "connection.updated",
  "connection.disabled",
  "connection.enabled",
  "connection.campaign_mapped",
  "delivery.read",
  "delivery.replayed",
  "recording.played",
  "recording.retried",
  "recording.deleted",
  "task.tagged",
  "task.operator_assigned",
  "transcription.requested",
  "transcription.cancelled",
  "transcript.corrected",
  "transcript.speakers_changed",
  "transcript.downloaded",
  "analysis.requested",
  "scorecard.draft_saved",
  "scorecard.draft_discarded",
  "scorecard.published",
  "scorecard.exported",
  "audit.opened",
  "audit.machine_requested",
  "audit.answer_changed",
  "audit.remarks_changed",
  "audit.completed",
  "audit.reopened",
  "audit.validated",
  "audit.validation_withdrawn",
  "audit.deleted",
  "audit.acknowledged",
  "dispute.opened",
  "dispute.withdrawn",
  "dispute.decided",
  "sample.drawn",
  "sample.deleted",
  "assignment.moved",
  "quality.exported",
  "speech_pack.added",
  "speech_pack.removed",
  "tasks.exported",
  "deliveries.exported",
  "outcomes.exported",
  "view.shared",
  "job.requested",
  "job.cancelled",
  "audit_log.exported",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
