import { Menu, MenuItem, MenuItemContent } from '@rocket.chat/fuselage';
import { LetterAvatar } from '../../page/LetterAvatar';
import type { Customer, PhoneNumber } from '../../simulator/documents/Customer';
import { useSimulator } from '../../simulator/useSimulator';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { usePhone } from '../usePhone';

/** With whom the phone talks, and whether they are typing. */
export function ChatHeader({
  customer,
  business,
  typing,
}: {
  readonly customer: Customer;
  readonly business: PhoneNumber;
  readonly typing: boolean;
}) {
  const name = business.displayName || business.phoneNumber;
  return (
    <header className="ph-chat-header">
      <LetterAvatar name={name} size="x36" />
      <div>
        <strong>{name}</strong>
        <small aria-live="polite">{typing ? words.phone.typing : words.phone.account}</small>
      </div>
      <span className="ph-owner" title={customer.waId ? `+${customer.waId}` : customer.userId}>
        {customer.name}
      </span>
      <CustomerMenu customer={customer} />
    </header>
  );
}

const SWITCHES = ['offline', 'readReceipts', 'marketingStopped', 'onWhatsApp'] as const;

/** How this customer's phone behaves: switched off, without receipts, blocking the business. */
function CustomerMenu({ customer }: { readonly customer: Customer }) {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const { number } = usePhone();
  const isBlocked = customer.blocked.includes(number);
  const change = (changes: object) =>
    void workspace.attempt(() => simulator.request('PATCH', `/customers/${encodeURIComponent(customer.id)}`, changes));
  const act = (key: string) => {
    const flag = SWITCHES.find((one) => one === key);
    if (flag) {
      change({ [flag]: !customer[flag] });
    } else {
      const others = customer.blocked.filter((one) => one !== number);
      change({ blocked: isBlocked ? others : [...others, number] });
    }
  };
  const items: readonly (readonly [key: string, text: string])[] = [
    ...SWITCHES.map((flag) => [flag, words.phone.switches[flag][customer[flag] ? 'off' : 'on']] as const),
    ['block', isBlocked ? words.phone.unblock : words.phone.block],
  ];
  return (
    <Menu title={words.phone.menu} placement="bottom-end" detached onAction={(key) => act(String(key))}>
      {items.map(([key, text]) => (
        <MenuItem key={key} textValue={text}>
          <MenuItemContent>{text}</MenuItemContent>
        </MenuItem>
      ))}
    </Menu>
  );
}
