import { Menu, MenuItem, MenuItemContent } from '@rocket.chat/fuselage';
import type { PhoneMessage } from '../../simulator/documents/PhoneMessage';
import { pickText } from '../../state/pick';
import { words } from '../../words';
import { usePhone } from '../usePhone';

const REACTIONS = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

/** What can be done with a message on the phone: react, answer, and with one's own change or take back. */
export function BubbleMenu({ shown }: { readonly shown: PhoneMessage }) {
  const { send, quote, edit } = usePhone();
  const mine = shown.direction === 'in';
  const body = pickText(shown.message, 'text', 'body');
  const acts: Readonly<Record<string, () => void>> = {
    reply: () => quote(shown),
    unreact: () => void send({ type: 'reaction', reaction: { message_id: shown.wamid, emoji: '' } }),
    edit: () => edit(shown),
    remove: () => void send({ type: 'revoke', revoke: { original_message_id: shown.wamid } }),
  };
  const act = (key: string) => {
    const emoji = REACTIONS.find((one) => one === key);
    if (emoji) {
      void send({ type: 'reaction', reaction: { message_id: shown.wamid, emoji } });
    } else {
      acts[key]?.();
    }
  };
  const items: readonly (readonly [key: string, text: string])[] = [
    ['reply', words.phone.reply],
    ...REACTIONS.map((emoji) => [emoji, `${words.phone.reactWith} ${emoji}`] as const),
    ['unreact', words.phone.unreact],
    ...(mine && body !== undefined ? [['edit', words.phone.edit] as const] : []),
    ...(mine ? [['remove', words.phone.remove] as const] : []),
  ];
  return (
    <span className="ph-bubble-menu">
      <Menu
        title={words.phone.messageMenu}
        icon="chevron-down"
        mini
        detached
        placement="bottom-end"
        onAction={(key) => act(String(key))}
      >
        {items.map(([key, text]) => (
          <MenuItem key={key} textValue={text}>
            <MenuItemContent>{text}</MenuItemContent>
          </MenuItem>
        ))}
      </Menu>
    </span>
  );
}
