import { Icon } from '@rocket.chat/fuselage';
import { LetterAvatar } from '../page/LetterAvatar';
import { chatKey } from '../simulator/SimulatorState';
import { useSimulator, useSimulatorState } from '../simulator/useSimulator';
import { words } from '../words';
import { useWorkspace } from '../workspace/useWorkspace';
import { addCustomer } from './addCustomer';

/** All customers, and a new one by one click. */
export function CustomerStrip() {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const [customers, customerId, number, unread] = useSimulatorState((state) => [
    state.customers,
    state.customerId,
    state.number,
    state.unread,
  ]);
  return (
    <div className="ph-strip" role="toolbar" aria-label={words.phone.customers}>
      {customers.map((customer) => {
        const waiting = unread[chatKey(customer.id, number ?? '')] ?? 0;
        return (
          <button
            key={customer.id}
            type="button"
            aria-pressed={customer.id === customerId}
            data-customer={customer.name}
            onClick={() => void workspace.attempt(() => simulator.choose(customer.id, number ?? ''))}
          >
            <LetterAvatar name={customer.name} size="x36" />
            <span>{customer.name.split(' ')[0]}</span>
            {waiting > 0 && <b aria-label={words.sidebar.unread(waiting)}>{waiting}</b>}
          </button>
        );
      })}
      <button
        type="button"
        title={words.phone.newCustomer}
        aria-label={words.phone.newCustomer}
        onClick={() => void addCustomer(workspace, simulator)}
      >
        <span className="ph-strip-new">
          <Icon name="plus" size={20} />
        </span>
        <span>{words.phone.newShort}</span>
      </button>
    </div>
  );
}
