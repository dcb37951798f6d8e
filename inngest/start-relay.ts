import { type DispatchedJob, dispatchJobs } from "@/lib/jobs/dispatch-jobs";
import { onJobReady } from "@/lib/jobs/on-job-ready";
import { type DispatchedMachineWork, dispatchMachineWork } from "@/lib/machine-work/dispatch-machine-work";
import { onMachineWorkReady } from "@/lib/machine-work/on-machine-work-ready";
import { assignLateOperators } from "@/lib/reception/assign-late-operators";
import { type DispatchedCall, dispatchCalls } from "@/lib/reception/dispatch-calls";
import { onCallReady } from "@/lib/reception/on-call-ready";
import { sweepCalls } from "@/lib/reception/sweep-calls";
import { type DispatchedTranscription, dispatchTranscriptions } from "@/lib/transcription/dispatch-transcriptions";
import { onTranscriptionReady } from "@/lib/transcription/on-transcription-ready";
import { inngest } from "./client";
import { analysisRequested, auditRequested, callRecorded, jobRequested, transcriptionRequested } from "./events";
import { type Relay, startRelayLoop } from "./relay-loop";

const BATCH = 200;
const SWEEP_INTERVAL_MS = 5_000;

/**
 * Hands calls that became ready, jobs that were ordered, what is to be transcribed and what machines are to do with a transcript on to the
 * engine as soon as they are committed, and looks for forgotten ones every few seconds. Any number of processes may run one. `stop` waits for what is under way.
 */
export function startRelay(): Relay {
  const relays = [startCallRelay(), startJobRelay(), startTranscriptionRelay(), startMachineWorkRelay()];
  return {
    stop: async () => {
      await Promise.all(relays.map((relay) => relay.stop()));
    },
  };
}

function startCallRelay(): Relay {
  let sweptAt = 0;
  return startRelayLoop({
    wakeOn: onCallReady,
    complaint: "calls could not be handed on to the engine",
    relay: async (isStopped) => {
      if (Date.now() - sweptAt > SWEEP_INTERVAL_MS) {
        sweptAt = Date.now();
        await sweepCalls({ limit: BATCH });
        while (!isStopped() && (await assignLateOperators({ limit: BATCH })) === BATCH);
      }
      while (!isStopped() && (await dispatchCalls({ limit: BATCH, send: sendCalls })) === BATCH);
    },
  });
}

function startJobRelay(): Relay {
  return startRelayLoop({
    wakeOn: onJobReady,
    complaint: "jobs could not be handed on to the engine",
    relay: async () => {
      await dispatchJobs({ send: sendJobs });
    },
  });
}

function startTranscriptionRelay(): Relay {
  return startRelayLoop({
    wakeOn: onTranscriptionReady,
    complaint: "transcriptions could not be handed on to the engine",
    relay: async () => {
      await dispatchTranscriptions({ send: sendTranscriptions });
    },
  });
}

function startMachineWorkRelay(): Relay {
  return startRelayLoop({
    wakeOn: onMachineWorkReady,
    complaint: "the work of machines could not be handed on to the engine",
    relay: async () => {
      await dispatchMachineWork({ send: sendMachineWork });
    },
  });
}

const MACHINE_WORK_EVENTS = { analysis: analysisRequested, audit: auditRequested };

async function sendMachineWork(work: DispatchedMachineWork[]): Promise<void> {
  await inngest.send(
    work.map(({ taskId, kind, dispatchCount }) =>
      MACHINE_WORK_EVENTS[kind].create({ taskId }, { id: `${kind}-requested:${taskId}:${dispatchCount}` }),
    ),
  );
}

async function sendTranscriptions(transcriptions: DispatchedTranscription[]): Promise<void> {
  await inngest.send(
    transcriptions.map(({ taskId, dispatchCount }) =>
      transcriptionRequested.create({ taskId }, { id: `transcription-requested:${taskId}:${dispatchCount}` }),
    ),
  );
}

async function sendCalls(calls: DispatchedCall[]): Promise<void> {
  const events = calls.map(({ callId, host, dispatchCount }) =>
    callRecorded.create({ callId, host }, { id: `call-recorded:${callId}:${dispatchCount}` }),
  );
  await inngest.send(events);
}

async function sendJobs(jobs: DispatchedJob[]): Promise<void> {
  await inngest.send(
    jobs.map(({ jobId, dispatchCount }) => jobRequested.create({ jobId }, { id: `job-requested:${jobId}:${dispatchCount}` })),
  );
}
