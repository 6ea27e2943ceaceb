import { useSimulatorState } from '../simulator/useSimulator';
import { words } from '../words';
import { CustomerStrip } from './CustomerStrip';
import { NumberChoice } from './NumberChoice';
import { PhoneFrame } from './PhoneFrame';
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
