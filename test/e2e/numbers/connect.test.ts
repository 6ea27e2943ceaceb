import { openConnectModal, SETUP } from '../support/connectDemoNumber';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

let workbench: TestWorkbench;

beforeEach(async () => {
  workbench = await startTestWorkbench();
});

afterEach(() => workbench.stop());

async function openFilled(fields: Record<string, string> = {}) {
  const admin = await openConnectModal(workbench);
  const typed = { 'API Key *': workbench.demo.apiKey, 'Phone Number *': workbench.demo.phoneNumber, ...fields };
  for (const [label, value] of Object.entries(typed)) {
    await admin.modal.fill(label, value);
  }
  return admin;
}

test('a number is connected: the key is checked, the webhook registered, and the channel told', async () => {
  const admin = await openFilled({ Department: 'Sales', 'Welcome Message (optional)': 'Welcome!' });
  await admin.modal.submit();
  expect(admin.modal.isOpen).toBe(false);
  const success = await admin.findMessage(SETUP, 'Your WhatsApp number is now connected!');
  const shown = JSON.stringify(success.blocks);
  expect(shown).toContain('Sales');
  expect(shown).toContain('"Edit"');
  expect(shown).toContain('"Disconnect"');
  await admin.findMessage(SETUP, '/whatsapp-360d-cloud connect');
  const state = await workbench.sim.state();
  expect(state.numbers[0]?.webhook?.url).toBe(workbench.privateUrl('incoming'));
});

test('empty fields are refused under themselves, and what was typed stays', async () => {
  const admin = await openFilled({ 'API Key *': '', 'Phone Number *': 'call me', 'Welcome Message (optional)': 'Hi' });
  await admin.modal.submit();
  expect(admin.modal.isOpen).toBe(true);
  expect(admin.modal.errorOf('API Key *')).toContain('Paste the API key');
  expect(admin.modal.errorOf('Phone Number *')).toContain('“call me” is not a phone number');
  expect(admin.modal.valueOf('Welcome Message (optional)')).toBe('Hi');
});

test('a key that 360dialog refuses is told under the key', async () => {
  const admin = await openFilled({ 'API Key *': 'this-key-is-nobodys-0000' });
  await admin.modal.submit();
  expect(admin.modal.errorOf('API Key *')).toContain('360dialog does not accept this API key. Copy');
  expect(admin.modal.valueOf('Phone Number *')).toBe(workbench.demo.phoneNumber);
});

test('a number that the key does not belong to is told under the number', async () => {
  const admin = await openFilled({ 'Phone Number *': '+49 151 23456789' });
  await admin.modal.submit();
  expect(admin.modal.errorOf('Phone Number *')).toContain('The API key belongs to +55 11 5555 0100');
});

test('a number that is connected already is refused, and so is its key', async () => {
  const first = await openFilled();
  await first.modal.submit();
  await first.findMessage(SETUP, 'Your WhatsApp number is now connected!');
  await first.runCommand('/whatsapp-360d-cloud connect', SETUP);
  await first.modal.fill('API Key *', workbench.demo.apiKey);
  await first.modal.fill('Phone Number *', workbench.demo.phoneNumber);
  await first.modal.submit();
  expect(first.modal.errorOf('API Key *')).toContain('belongs to +55 11 5555 0100');
  expect(first.modal.errorOf('Phone Number *')).toContain('is connected already');
});

test('an API that cannot be reached is told, and the modal stays open', async () => {
  await workbench.setSettings({ api_base_url: 'http://127.0.0.1:9' });
  const admin = await openFilled();
  await admin.modal.submit();
  expect(admin.modal.errorOf('API Key *')).toContain('The connection to 360dialog broke off');
});

test('what is pasted with signs that nobody sees is connected as it was meant', async () => {
  const { apiKey, phoneNumber } = workbench.demo;
  const admin = await openFilled({
    'API Key *': `\ufeff ${apiKey.slice(0, 7)}\u200b${apiKey.slice(7)}\u2060`,
    'Phone Number *': `\u202a${phoneNumber}\u202c`,
    'Welcome Message (optional)': '\u200b',
  });
  await admin.modal.submit();
  await admin.findMessage(SETUP, 'Your WhatsApp number is now connected!');
  const [number] = (await workbench.records()).filter(({ data }) => data.kind === 'number');
  expect(number?.data.welcomeMessage).toBeUndefined();
});

test('no record or log shows the key or the secret', async () => {
  const admin = await openFilled();
  await admin.modal.submit();
  await admin.findMessage(SETUP, 'Your WhatsApp number is now connected!');
  const seen = JSON.stringify([await workbench.logs(), await admin.messages(SETUP)]);
  expect(seen).not.toContain(workbench.demo.apiKey);
});
