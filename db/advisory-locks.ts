/** Numbers of PostgreSQL's advisory locks, one for each thing that is done by one process at a time. Together, so that no two are the same. */
export const ADVISORY_LOCKS = {
  migration: 4_871_203,
  engineClaim: 4_871_204,
  engineBatch: 4_871_205,
  deliveryMaintenance: 4_871_206,
  firstAdmin: 4_871_207,
  /** Taken by the trigger of the audit log: migration audit_log_chain says the number too. */
  auditLog: 4_871_208,
  /** Taken together with the hash of a file's name, so it is one for each file in storage. */
  recordingFile: 4_871_209,
  /** Changing operators and their names, by people: see lib/operators/operator-locks.ts. */
  operatorEdit: 4_871_220,
  /** With the hash of a name: what the name means. */
  operatorName: 4_871_221,
  /** With the hash of a person and a recording: one note of listening at a time. */
  listening: 4_871_222,
  deliveryRollUp: 4_871_223,
  sourceWatch: 4_871_224,
  /** Shared by whoever marks days of outcomes, held alone to change their time zone: migration outcome_marks says the number too. */
  outcomeZone: 4_871_225,
  /** With a number made of a campaign and a day: shared by whoever marks the day, held alone to sum it up. Migration outcome_marks says it too. */
  outcomeDay: 4_871_226,
  /** With a campaign: one of its days or months is summed up at a time. */
  outcomeCampaign: 4_871_227,
  /** With a number made of a task, by triggers: its audit is made, or what is heard in it is written down. Migration quality_facts says it. */
  qualityTask: 4_871_228,
  /** What is to be done by machines is counted and handed on by one process at a time, or more would be under way at once than may be. */
  machineWorkDispatch: 4_871_229,
} as const;
