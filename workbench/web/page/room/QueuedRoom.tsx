import { Box, Button } from '@rocket.chat/fuselage';
import { useState } from 'react';
import type { Inquiry } from '../../documents/Room';
import { Markdown } from '../../markdown/Markdown';
import { words } from '../../words';
import { takeInquiry } from '../../workspace/actions/conversationActions';
import { useWorkspace } from '../../workspace/useWorkspace';
import { RoomIcon } from '../sidebar/RoomIcon';

/** A waiting conversation of which only the first words are known. */
export function QueuedRoom({ inquiry }: { readonly inquiry: Inquiry }) {
  return (
    <main className="wb-room" aria-label={inquiry.name}>
      <header className="wb-room-header">
        <RoomIcon type="l" source={inquiry.source} size={24} />
        <h1>{inquiry.name}</h1>
      </header>
      <Box flexGrow={1} padding={24}>
        <Markdown source={inquiry.message} emoticons />
      </Box>
      <TakeBar inquiry={inquiry} />
    </main>
  );
}

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
