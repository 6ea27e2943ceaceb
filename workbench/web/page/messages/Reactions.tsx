import { MessageReaction, MessageReactionCounter, MessageReactions } from '@rocket.chat/fuselage';
import type { Message } from '../../documents/Message';
import { useEmoji } from '../../emoji/emojiNames';
import { words } from '../../words';
import { react } from '../../workspace/actions/messageActions';
import { useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { EmojiPicker } from './EmojiPicker';

/** The reactions to a message. A click adds or removes one's own. */
export function Reactions({ message }: { readonly message: Message }) {
  const workspace = useWorkspace();
  const me = useWorkspaceState((state) => state.me?.username);
  const find = useEmoji();
  const reactions = Object.entries(message.reactions ?? {});
  if (reactions.length === 0) {
    return null;
  }
  return (
    <MessageReactions>
      {reactions.map(([code, { usernames }]) => {
        const name = code.replaceAll(':', '');
        const mine = me !== undefined && usernames.includes(me);
        const toggle = () => void react(workspace, message._id, name);
        return (
          <MessageReaction
            key={code}
            mine={mine}
            role="button"
            tabIndex={0}
            aria-pressed={mine}
            title={words.message.reactionBy(usernames.join(', '))}
            data-reaction={name}
            onClick={toggle}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                toggle();
              }
            }}
          >
            <span className="wb-emoji">{find(name) ?? code}</span>
            <MessageReactionCounter counter={usernames.length} />
          </MessageReaction>
        );
      })}
      <EmojiPicker label={words.message.react} onPick={(name) => void react(workspace, message._id, name)} />
    </MessageReactions>
  );
}
