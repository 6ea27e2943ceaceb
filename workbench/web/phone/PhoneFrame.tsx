import { chatKey } from '../simulator/SimulatorState';
import type { Customer, PhoneNumber } from '../simulator/documents/Customer';
import { useSimulatorState } from '../simulator/useSimulator';
import { words } from '../words';
import { ChatHeader } from './chat/ChatHeader';
import { ChatList } from './chat/ChatList';
import { PhoneComposer } from './chat/PhoneComposer';
import { PhoneContext } from './PhoneContext';
import { usePhoneOf } from './usePhoneOf';

/** The phone itself. */
export function PhoneFrame({ customer, business }: { readonly customer: Customer; readonly business: PhoneNumber }) {
  const phone = usePhoneOf(customer.id, business.phoneNumber);
  const key = chatKey(customer.id, business.phoneNumber);
  const [messages, typing] = useSimulatorState((state) => [state.chats[key], state.typing[key] ?? false]);
  return (
    <PhoneContext value={phone}>
      <div className="ph-frame" role="group" aria-label={words.phone.of(customer.name)}>
        <ChatHeader customer={customer} business={business} typing={typing} />
        <ChatList messages={messages} />
        <PhoneComposer />
      </div>
    </PhoneContext>
  );
}
