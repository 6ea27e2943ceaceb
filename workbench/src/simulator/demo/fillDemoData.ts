import { createHash } from 'node:crypto';
import { createNumber, WABA_ID } from '../account/createNumber';
import type { NewCustomer } from '../customers/createCustomer';
import { createCustomer } from '../customers/createCustomer';
import type { Simulator } from '../Simulator';
import type { DemoTemplate } from './DemoTemplate';
import { carouselTemplates, mediaTemplates } from './mediaTemplates';
import { specialTemplates, stoppedTemplates } from './specialTemplates';
import { textTemplates } from './textTemplates';

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

/** Adds a template as it stands after its review; one of its name and language is replaced. */
export function addTemplate({ store, clock }: Simulator, template: DemoTemplate): void {
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

/** Numbers of the first start; none of them can belong to anybody. */
export const demoNumbers = [
  { phoneNumber: '551155550100', displayName: 'Padaria Sol', apiKey: 'demo-key-551155550100' },
  { phoneNumber: '493023125100', displayName: 'Werkstatt Nord', apiKey: 'demo-key-493023125100' },
];

/** Customers of the first start: several countries, an Arabic name, an old Brazilian number, somebody without a phone. */
const demoCustomers: NewCustomer[] = [
  { name: 'Ana Souza', waId: '5511955550111', userId: 'BR.1000000000000111' },
  { name: 'Jonas Weber', waId: '491713920012', userId: 'DE.1000000000000112' },
  { name: 'ليلى حداد', waId: '962790000013', userId: 'JO.1000000000000113' },
  { name: 'Paulo Lima', waId: '553155550122', userId: 'BR.1000000000000122' },
  { name: 'Sofía Ramírez', waId: '5215555550144', userId: 'MX.1000000000000144' },
  { name: 'Kai Nakamura', username: 'kai.nakamura', userId: 'US.1000000000000155', noPhone: true },
];

/** Templates of the first start: every header, every button, both kinds of parameters, several languages and states. */
export const demoTemplates: DemoTemplate[] = [
  ...textTemplates,
  ...mediaTemplates,
  ...specialTemplates,
  ...carouselTemplates,
  ...stoppedTemplates,
];
