import { Button } from '@rocket.chat/fuselage';
import { useState } from 'react';
import type { Inquiry } from '../../documents/Inquiry';
import { words } from '../../words';
import { takeInquiry } from '../../workspace/actions/takeInquiry';
import { useWorkspace } from '../../workspace/useWorkspace';

/** In the place of the composer, while a conversation waits. */
export function TakeBar({ inquiry }: { readonly inquiry: Inquiry }) {
  const workspace = useWorkspace();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    await takeInquiry(workspace, inquiry);
    setBusy(false);
  };
  return (
    <div className="wb-room-bar">
      <span>{words.room.waiting}</span>
      <Button primary loading={busy} onClick={() => void take()}>
        {words.room.take}
      </Button>
    </div>
  );
}
