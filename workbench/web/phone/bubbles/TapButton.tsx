import { useState } from 'react';
import type { WhatsappMessage } from '../../simulator/documents/PhoneMessage';
import { usePhone } from '../usePhone';

/** A button under a bubble: a tap answers with the given message, quoting the bubble, as the phone does. */
export function TapButton({
  wamid,
  text,
  answer,
}: {
  readonly wamid: string;
  readonly text: string;
  readonly answer: WhatsappMessage;
}) {
  const { send } = usePhone();
  const [tapped, setTapped] = useState(false);
  const tap = async () => {
    setTapped(true);
    await send({ ...answer, context: { id: wamid } });
    setTapped(false);
  };
  return (
    <button type="button" className="ph-tap" dir="auto" disabled={tapped} onClick={() => void tap()}>
      {text}
    </button>
  );
}
