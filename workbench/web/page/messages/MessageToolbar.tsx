import { MessageToolbar as Toolbar, MessageToolbarItem, MessageToolbarWrapper } from '@rocket.chat/fuselage';
import type { Message } from '../../documents/Message';
import { words } from '../../words';
import { deleteMessage, react } from '../../workspace/actions/messageActions';
import { useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { putDraft } from '../../workspace/drafts/settleDrafts';
import { EmojiPicker } from './EmojiPicker';
import { AppButtonMenu } from '../room/AppButtonMenu';

/** The actions of a message, shown while the pointer or the focus is on it. */
export function MessageToolbar({ message }: { readonly message: Message }) {
  const workspace = useWorkspace();
  const isMine = useWorkspaceState((state) => state.me?._id === message.u._id);
  const room = useWorkspaceState(({ rooms }) => rooms[message.rid]);
  // Rocket.Chat's web client has no entry for reactions in conversations with customers (ReactionMessageAction.tsx).
  const canReact = room?.t !== 'l';
  const quote = () =>
    workspace.change(putDraft(message.rid, (before) => ({ ...before, quoting: message, editing: undefined })));
  const edit = () =>
    workspace.change(
      putDraft(message.rid, ({ text, editing, aside, files }) => ({
        text: message.msg,
        editing: message,
        aside: editing ? aside : text,
        files,
      })),
    );
  const item = (icon: 'quote' | 'edit' | 'trash', label: string, act: () => void) => (
    <MessageToolbarItem icon={icon} title={label} aria-label={label} onClick={act} />
  );
  return (
    <MessageToolbarWrapper>
      <Toolbar aria-label={words.message.more}>
        {canReact && (
          <EmojiPicker label={words.message.react} onPick={(name) => void react(workspace, message._id, name)} />
        )}
        {item('quote', words.message.quote, quote)}
        {isMine && item('edit', words.message.edit, edit)}
        {isMine && item('trash', words.message.remove, () => void deleteMessage(workspace, message))}
        <AppButtonMenu
          place="messageAction"
          room={room}
          pressed={{ rid: message.rid, mid: message._id }}
          title={words.message.more}
          placement="bottom-end"
          detached
        />
      </Toolbar>
    </MessageToolbarWrapper>
  );
}
