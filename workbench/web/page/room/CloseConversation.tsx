import { Field, FieldHint, FieldLabel, FieldRow, IconButton, TextInput } from '@rocket.chat/fuselage';
import type { ChangeEvent } from 'react';
import { useId, useState } from 'react';
import type { Room } from '../../documents/Room';
import { words } from '../../words';
import { closeConversation } from '../../workspace/actions/conversationActions';
import { useWorkspace } from '../../workspace/useWorkspace';
import { PageModal } from '../PageModal';

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

/** Asks for the closing comment, which the server may demand. */
function CloseConversationModal({ room, onDone }: { readonly room: Room; readonly onDone: () => void }) {
  const workspace = useWorkspace();
  const [comment, setComment] = useState<string>(words.closing.defaultComment);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const close = async () => {
    setBusy(true);
    const closed = await closeConversation(workspace, room._id, comment.trim());
    setBusy(false);
    if (closed) {
      onDone();
    }
  };
  return (
    <PageModal
      title={words.closing.title}
      confirm={words.closing.confirm}
      busy={busy}
      onConfirm={() => void close()}
      onCancel={onDone}
    >
      <Field>
        <FieldLabel htmlFor={id}>{words.closing.comment}</FieldLabel>
        <FieldRow>
          <TextInput
            id={id}
            value={comment}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setComment(event.target.value)}
          />
        </FieldRow>
        <FieldHint>{words.closing.commentHint}</FieldHint>
      </Field>
    </PageModal>
  );
}
