import { type FormEvent, startTransition, useActionState } from "react";

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

/** Runs an action from a form that keeps what was typed. Without script the action alone does. */
export function useKeptForm<State>(action: FormAction<State>): KeptForm<State> {
  const [state, formAction, isPending] = useActionState<State | null, FormData>(action, null);
  // React empties a form after its action; sent this way, it does not.
  const send = (fields: FormData) => startTransition(() => formAction(fields));
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(new FormData(event.currentTarget));
  };
  return { state, isPending, formProps: { action: formAction, onSubmit }, send };
}
