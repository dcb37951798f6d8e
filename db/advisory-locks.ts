/** Numbers of PostgreSQL's advisory locks, one for each thing that is done by one process at a time. Together, so that no two are the same. */
export const ADVISORY_LOCKS = {
  migration: 4_871_203,
  engineClaim: 4_871_204,
  engineBatch: 4_871_205,
  deliveryMaintenance: 4_871_206,
  firstAdmin: 4_871_207,
  /** Taken by the trigger of the audit log: migration audit_log_chain says the number too. */
  auditLog: 4_871_208,
  deliveryRollUp: 4_871_220,
  sourceWatch: 4_871_221,
} as const;
