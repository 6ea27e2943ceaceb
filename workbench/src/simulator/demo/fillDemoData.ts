import { createHash } from 'node:crypto';
import { createCustomer } from '../customers/createCustomer';
import { createNumber } from '../numbers/createNumber';
import { WABA_ID } from '../numbers/wabaId';
import type { Simulator } from '../Simulator';
import type { DemoTemplate } from './DemoTemplate';
import { demoCustomers } from './demoCustomers';
import { demoNumbers } from './demoNumbers';
import { demoTemplates } from './demoTemplates';

const FILLED = 'demo.filled';

/** Numbers, customers and templates to begin with; only in a new store. */
export function fillDemoData(simulator: Simulator): void {
  const { store } = simulator;
  if (store.settings.get<boolean>(FILLED)) return;
  store.transaction(() => {
    for (const number of demoNumbers) createNumber(simulator, number);
    for (const customer of demoCustomers) createCustomer(simulator, customer);
    for (const template of demoTemplates) addTemplate(simulator, template);
    store.settings.set(FILLED, true);
  });
}

function addTemplate({ store, clock }: Simulator, template: DemoTemplate): void {
  // The same ids in every new store, so that examples can name them.
  const digest = createHash('sha256').update(`${template.name} ${template.language}`).digest();
  store.templates.save({
    status: 'APPROVED',
    parameterFormat: 'POSITIONAL',
    rejectedReason: 'NONE',
    quality: 'UNKNOWN',
    pauses: 0,
    ...template,
    id: digest.toString('base64url').slice(0, 22),
    externalId: String(10 ** 14 + digest.readUIntBE(0, 6)),
    wabaId: WABA_ID,
    createdAt: clock.now(),
    modifiedAt: clock.now(),
  });
}
