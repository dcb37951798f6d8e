import { type FormEvent, startTransition, useActionState } from "react";
import { answerOr } from "./answer-or";

type FormAction<State> = (state: State | null, form: FormData) => Promise<State | null>;

type KeptForm<State> = {
  /** What became of the last sending; null before the first. */
  state: State | null;
  isPending: boolean;
  /** What the form element is given. */
  formProps: { action: (form: FormData) => void; onSubmit: (event: FormEvent<HTMLFormElement>) => void };
  /** Sends other fields than the form's own. */
  send: (fields: FormData) => void;
};

/** Runs an action from a form that keeps what was typed; its state is `unanswered` where no answer comes. Without script the action alone does. */
export function useKeptForm<State>(action: FormAction<State>, unanswered: NoInfer<State>): KeptForm<State> {
  // The action itself, which a browser can send to before there is script, or without any.
  const [plain, plainAction, isPlainPending] = useActionState<State | null, FormData>(action, null);
  const [sent, sendFields, isSending] = useActionState<{ state: State | null } | null, FormData>(
    async (last, fields) => ({ state: await answerOr(action(last?.state ?? null, fields), unanswered) }),
    null,
  );
  // React empties a form after its action; sent this way, it does not.
  const send = (fields: FormData) => startTransition(() => sendFields(fields));
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(new FormData(event.currentTarget));
  };
  return {
    state: sent === null ? plain : sent.state,
    isPending: isSending || isPlainPending,
    formProps: { action: plainAction, onSubmit },
    send,
  };
}
