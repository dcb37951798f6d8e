import { pgEnum } from "drizzle-orm/pg-core";
import {
  ANSWER_SOURCES,
  ANSWERS,
  API_KEY_SCOPES,
  ATTEMPT_OUTCOMES,
  AUDIT_KINDS,
  AUDIT_STATUSES,
  CALL_ENDERS,
  CHANNELS,
  CONTACT_CHANNELS,
  CRITERION_KINDS,
  CRITERION_MODES,
  CRITICAL_LEVELS,
  DIGEST_OUTCOMES,
  DIRECTIONS,
  DISPUTE_STATUSES,
  JOB_KINDS,
  JOB_STATUSES,
  MACHINE_WORK_KINDS,
  MACHINE_WORK_STATUSES,
  OPERATOR_ORIGINS,
  OUTCOME_DIMENSIONS,
  OUTCOME_GRAINS,
  RECORDING_STATUSES,
  ROLES,
  SAVED_VIEW_LISTS,
  SOURCE_ALARM_KINDS,
  SOURCES,
  SPEECH_LANGUAGES,
  TASK_STATUSES,
  TRANSCRIBERS,
  TRANSCRIPTION_STATUSES,
  UNAUTHORIZED_REASONS,
  USER_LINK_PURPOSES,
  VERDICTS,
  WORD_TIMES,
} from "../enums";

export const roleEnum = pgEnum("role", ROLES);
export const channelEnum = pgEnum("channel", CHANNELS);
export const sourceEnum = pgEnum("source", SOURCES);
export const directionEnum = pgEnum("direction", DIRECTIONS);
export const verdictEnum = pgEnum("verdict", VERDICTS);
export const recordingStatusEnum = pgEnum("recording_status", RECORDING_STATUSES);
export const attemptOutcomeEnum = pgEnum("attempt_outcome", ATTEMPT_OUTCOMES);
export const callEnderEnum = pgEnum("call_ender", CALL_ENDERS);
export const outcomeDimensionEnum = pgEnum("outcome_dimension", OUTCOME_DIMENSIONS);
export const outcomeGrainEnum = pgEnum("outcome_grain", OUTCOME_GRAINS);
export const taskStatusEnum = pgEnum("task_status", TASK_STATUSES);
export const operatorOriginEnum = pgEnum("operator_origin", OPERATOR_ORIGINS);
export const unauthorizedReasonEnum = pgEnum("unauthorized_reason", UNAUTHORIZED_REASONS);
export const apiKeyScopeEnum = pgEnum("api_key_scope", API_KEY_SCOPES);
export const jobKindEnum = pgEnum("job_kind", JOB_KINDS);
export const jobStatusEnum = pgEnum("job_status", JOB_STATUSES);
export const userLinkPurposeEnum = pgEnum("user_link_purpose", USER_LINK_PURPOSES);
export const savedViewListEnum = pgEnum("saved_view_list", SAVED_VIEW_LISTS);
export const sourceAlarmKindEnum = pgEnum("source_alarm_kind", SOURCE_ALARM_KINDS);
export const transcriberEnum = pgEnum("transcriber", TRANSCRIBERS);
export const transcriptionStatusEnum = pgEnum("transcription_status", TRANSCRIPTION_STATUSES);
export const speechLanguageEnum = pgEnum("speech_language", SPEECH_LANGUAGES);
export const wordTimesEnum = pgEnum("word_times", WORD_TIMES);
export const answerEnum = pgEnum("answer", ANSWERS);
export const answerSourceEnum = pgEnum("answer_source", ANSWER_SOURCES);
export const auditKindEnum = pgEnum("audit_kind", AUDIT_KINDS);
export const auditStatusEnum = pgEnum("audit_status", AUDIT_STATUSES);
export const contactChannelEnum = pgEnum("contact_channel", CONTACT_CHANNELS);
export const criterionKindEnum = pgEnum("criterion_kind", CRITERION_KINDS);
export const criterionModeEnum = pgEnum("criterion_mode", CRITERION_MODES);
export const criticalLevelEnum = pgEnum("critical_level", CRITICAL_LEVELS);
export const disputeStatusEnum = pgEnum("dispute_status", DISPUTE_STATUSES);
export const machineWorkKindEnum = pgEnum("machine_work_kind", MACHINE_WORK_KINDS);
export const machineWorkStatusEnum = pgEnum("machine_work_status", MACHINE_WORK_STATUSES);
export const digestOutcomeEnum = pgEnum("digest_outcome", DIGEST_OUTCOMES);
