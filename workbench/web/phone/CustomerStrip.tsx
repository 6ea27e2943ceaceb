import { Icon } from '@rocket.chat/fuselage';
import { readOne } from '../documents/readDocument';
import { LetterAvatar } from '../page/LetterAvatar';
import { Customer } from '../simulator/documents/Customer';
import type { Simulator } from '../simulator/Simulator';
import { chatKey } from '../simulator/SimulatorState';
import { useSimulator, useSimulatorState } from '../simulator/useSimulator';
import { pick } from '../state/pick';
import { words } from '../words';
import { useWorkspace } from '../workspace/useWorkspace';
import type { Workspace } from '../workspace/Workspace';

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

/** A new customer with an invented name, whose phone is then in the hand. */
async function addCustomer(workspace: Workspace, simulator: Simulator, wishes: object = {}): Promise<void> {
  await workspace.attempt(async () => {
    const answer = await simulator.post('/customers', wishes);
    const customer = readOne(Customer, pick(answer, 'customer') ?? answer);
    const { number } = simulator.store.getState();
    if (customer) {
      simulator.store.setState(({ customers }) => ({
        customers: [...customers.filter(({ id }) => id !== customer.id), customer],
      }));
      await simulator.choose(customer.id, number ?? '');
    }
  });
}
