import { IconButton } from '@rocket.chat/fuselage';
import { useState } from 'react';
import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { CloseConversationModal } from './CloseConversationModal';

/** The header's button that closes a conversation, after it has asked. */
export function CloseConversation({ room }: { readonly room: Room }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <IconButton
        small
        icon="balloon-close-top-right"
        danger
        title={words.room.close}
        aria-label={words.room.close}
        onClick={() => setAsking(true)}
      />
      {asking && <CloseConversationModal room={room} onDone={() => setAsking(false)} />}
    </>
  );
}
