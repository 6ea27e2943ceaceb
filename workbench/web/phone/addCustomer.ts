import { Customer } from '../simulator/documents/Customer';
import { readOne } from '../documents/readDocument';
import type { Simulator } from '../simulator/Simulator';
import { pick } from '../state/pick';
import type { Workspace } from '../workspace/Workspace';

/** A new customer with an invented name, whose phone is then in the hand. */
export async function addCustomer(workspace: Workspace, simulator: Simulator, wishes: object = {}): Promise<void> {
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
