import { useState } from 'react';
import { chatKey } from '../../simulator/SimulatorState';
import { useSimulator, useSimulatorState } from '../../simulator/useSimulator';
import { pickText } from '../../state/pick';
import { usePhone } from '../usePhone';

/** The draft of a customer: a new message, which stays while another chat is open, or an edit of an old one. */
export type Writing = {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Sends it; what the simulator refuses comes back before what has been typed meanwhile. */
  readonly submit: () => Promise<void>;
};

/** The text of the phone's composer. */
export function useWriting(): Writing {
  const { customerId, number, editing, edit, send } = usePhone();
  const { store } = useSimulator();
  const key = chatKey(customerId, number);
  const draft = useSimulatorState((state) => state.drafts[key] ?? '');
  const old = editing && (pickText(editing.message, 'text', 'body') ?? '');
  const [changed, setChanged] = useState<{ readonly wamid: string; readonly text: string }>();
  const newText = changed && changed.wamid === editing?.wamid ? changed.text : (old ?? '');

  const setDraft = (change: (before: string) => string) =>
    store.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: change(drafts[key] ?? '') } }));

  const submitChange = async (original: string, body: string) => {
    const message = { type: 'text', text: { body } };
    if (body === old || (await send({ type: 'edit', edit: { original_message_id: original, message } }))) {
      edit(undefined);
    }
  };
  const submit = async () => {
    const body = (editing ? newText : draft).trim();
    if (body === '') {
      return;
    }
    if (editing) {
      await submitChange(editing.wamid, body);
      return;
    }
    setDraft(() => '');
    if (!(await send({ type: 'text', text: { body } }))) {
      setDraft((typed) => (typed === '' ? body : `${body}\n${typed}`));
    }
  };
  const setText = (text: string) => (editing ? setChanged({ wamid: editing.wamid, text }) : setDraft(() => text));
  return { text: editing ? newText : draft, setText, submit };
}
