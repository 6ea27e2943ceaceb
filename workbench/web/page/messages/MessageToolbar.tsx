import { MessageToolbar as Toolbar, MessageToolbarItem, MessageToolbarWrapper } from '@rocket.chat/fuselage';
import type { Message } from '../../documents/Message';
import { words } from '../../words';
import { deleteMessage } from '../../workspace/actions/deleteMessage';
import { react } from '../../workspace/actions/react';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import type { Draft } from '../composer/Draft';
import { EmojiPicker } from './EmojiPicker';
import { MessageMenu } from './MessageMenu';

/** What can be done with a message; shown while the pointer or the focus is on it. */
export function MessageToolbar({
  message,
  onDraft,
}: {
  readonly message: Message;
  readonly onDraft: (draft: Draft) => void;
}) {
  const workspace = useWorkspace();
  const isMine = useWorkspaceState((state) => state.me?._id === message.u._id);
  const item = (icon: 'quote' | 'edit' | 'trash', label: string, act: () => void) => (
    <MessageToolbarItem icon={icon} title={label} aria-label={label} onClick={act} />
  );
  return (
    <MessageToolbarWrapper>
      <Toolbar aria-label={words.message.more}>
        <EmojiPicker label={words.message.react} onPick={(name) => void react(workspace, message._id, name)} />
        {item('quote', words.message.quote, () => onDraft({ quoting: message, files: [] }))}
        {isMine && item('edit', words.message.edit, () => onDraft({ editing: message, files: [] }))}
        {isMine && item('trash', words.message.remove, () => void deleteMessage(workspace, message))}
        <MessageMenu message={message} />
      </Toolbar>
    </MessageToolbarWrapper>
  );
}
