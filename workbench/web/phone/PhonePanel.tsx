import type { Customer, PhoneNumber } from '../simulator/documents/Customer';
import { chatKey } from '../simulator/SimulatorState';
import { useSimulator, useSimulatorState } from '../simulator/useSimulator';
import { words } from '../words';
import { useWorkspace } from '../workspace/useWorkspace';
import { ChatHeader } from './chat/ChatHeader';
import { ChatList } from './chat/ChatList';
import { PhoneComposer } from './chat/PhoneComposer';
import { CustomerStrip } from './CustomerStrip';
import { PhoneContext } from './usePhone';
import { usePhoneOf } from './usePhoneOf';
import './phone.css';
import './chat/chat.css';
import './bubbles/bubbles.css';
import './chat/phoneComposer.css';

/** The customers' phones: whose it is, with which number it talks, and its screen. */
export function PhonePanel() {
  const [customers, numbers, customerId, number, lost] = useSimulatorState((state) => [
    state.customers,
    state.numbers,
    state.customerId,
    state.number,
    state.lost,
  ]);
  const customer = customers.find(({ id }) => id === customerId);
  const business = numbers.find(({ phoneNumber }) => phoneNumber === number);
  return (
    <section className="ph" aria-label={words.dock.phone}>
      {lost && (
        <p className="ph-lost" role="alert">
          {words.phone.lost}
        </p>
      )}
      <CustomerStrip />
      <NumberChoice />
      {customer && business ? (
        <PhoneFrame key={`${customer.id} ${business.phoneNumber}`} customer={customer} business={business} />
      ) : (
        <p className="ph-nobody">{numbers.length === 0 ? words.phone.noNumber : words.phone.nobody}</p>
      )}
    </section>
  );
}

/** With which business number the customer talks; not there while there is only one. */
function NumberChoice() {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const [numbers, number, customerId] = useSimulatorState((state) => [state.numbers, state.number, state.customerId]);
  if (numbers.length < 2) {
    return null;
  }
  return (
    <label className="ph-number">
      {words.phone.writesTo}
      <select
        value={number}
        onChange={(event) => void workspace.attempt(() => simulator.choose(customerId ?? '', event.target.value))}
      >
        {numbers.map(({ phoneNumber, displayName }) => (
          <option key={phoneNumber} value={phoneNumber}>
            {displayName} +{phoneNumber.replace(/^\+/, '')}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The phone itself. */
function PhoneFrame({ customer, business }: { readonly customer: Customer; readonly business: PhoneNumber }) {
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
