import { pgEnum } from "drizzle-orm/pg-core";
import {
  API_KEY_SCOPES,
  ATTEMPT_OUTCOMES,
  CHANNELS,
  DIRECTIONS,
  OPERATOR_ORIGINS,
  RECORDING_STATUSES,
  ROLES,
  SOURCES,
  TASK_STATUSES,
  UNAUTHORIZED_REASONS,
  VERDICTS,
} from "../enums";

export const roleEnum = pgEnum("role", ROLES);
export const channelEnum = pgEnum("channel", CHANNELS);
export const sourceEnum = pgEnum("source", SOURCES);
export const directionEnum = pgEnum("direction", DIRECTIONS);
export const verdictEnum = pgEnum("verdict", VERDICTS);
export const recordingStatusEnum = pgEnum("recording_status", RECORDING_STATUSES);
export const attemptOutcomeEnum = pgEnum("attempt_outcome", ATTEMPT_OUTCOMES);
export const taskStatusEnum = pgEnum("task_status", TASK_STATUSES);
export const operatorOriginEnum = pgEnum("operator_origin", OPERATOR_ORIGINS);
export const unauthorizedReasonEnum = pgEnum("unauthorized_reason", UNAUTHORIZED_REASONS);
export const apiKeyScopeEnum = pgEnum("api_key_scope", API_KEY_SCOPES);
