import { openConnectModal, SETUP } from '../support/connectDemoNumber';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { textsOf } from '../support/ui/blocks';
import { waitFor } from '../support/waitFor';

/** 360dialog's misbehaviour: the fault, the call that it strikes, and the beginning of the text that a person then reads. */
type Fault = [kind: string, params: Record<string, string | boolean>, sentence: string];

const KEY_REFUSED = '360dialog does not accept this API key. Copy';
const STORED_KEY_REFUSED = '360dialog does not accept the API key of this number.';
const BLOCKED = '360dialog does not allow this request, or has blocked it for a while';
const LIMITED = '360dialog received too many requests in a short time';
const DOWN = '360dialog has a problem at the moment';
const BROKE = 'The connection to 360dialog broke off before an answer came. Try again in a moment.';
const UNREADABLE = "360dialog's answer could not be understood";

/** Minutes: long enough for the modal to say that it takes longer, too short for giving 360dialog up. */
const UNTIL_SLOW = 4 / 60;

/** These strike every call alike. */
const anywhere: Fault[] = [
  ['unauthorized', { shape: 'error' }, KEY_REFUSED],
  ['unauthorized', { shape: 'meta' }, KEY_REFUSED],
  ['unauthorized', { shape: 'empty' }, KEY_REFUSED],
  ['forbidden', { shape: 'error' }, BLOCKED],
  ['forbidden', { shape: 'meta' }, BLOCKED],
  ['throttled', { shape: 'error' }, LIMITED],
  ['throttled', { shape: 'meta' }, LIMITED],
  ['throttled', { shape: 'text' }, LIMITED],
  ['server-error', {}, DOWN],
  ['bad-gateway', {}, DOWN],
  ['connection-reset', { when: 'before' }, BROKE],
  ['connection-reset', { when: 'after' }, BROKE],
];

/** These spoil an answer that has to be read. */
const unreadable: Fault[] = [
  ['truncated-answer', { breakConnection: false }, UNREADABLE],
  ['truncated-answer', { breakConnection: true }, BROKE],
  ['garbage-answer', { body: 'text' }, UNREADABLE],
  ['garbage-answer', { body: 'empty' }, UNREADABLE],
  ['garbage-answer', { body: 'empty object' }, UNREADABLE],
  ['garbage-answer', { body: 'null' }, UNREADABLE],
];

let workbench: TestWorkbench;
let admin: TestClient;
let typed: Record<string, string>;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  admin = await openConnectModal(workbench);
  typed = {
    'API Key *': workbench.demo.apiKey,
    'Phone Number *': workbench.demo.phoneNumber,
    'Welcome Message (optional)': 'Welcome to the bakery!',
    'Conversation Finished Message (optional)': 'See you *soon*!',
    'Default message for offline service (optional)': 'We are back\ntomorrow.',
  };
  for (const [label, value] of Object.entries(typed)) {
    await admin.modal.fill(label, value);
  }
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

const shown = () => Object.fromEntries(Object.keys(typed).map((label) => [label, admin.modal.valueOf(label)]));

/** All that was typed is there again, but for the key, which is known and not shown. */
function expectShownAgain(): void {
  expect(shown()).toEqual({ ...typed, 'API Key *': admin.modal.valueOf('API Key *') });
  expect(admin.modal.valueOf('API Key *') || '').toBe('');
  expect(JSON.stringify(admin.modal.view.blocks)).toContain('Leave it empty to use the key that you typed');
}

/** A sentence: no key, no code of ours, nothing that only a programmer knows. */
function expectPlainWords(text: string | undefined): void {
  expect(text).toMatch(/^[A-Z0-9].{20,}[.)]/s);
  expect(text).not.toMatch(/\b(errors|connect):|undefined|\[object|\{\{|Error:|at .*:\d+:\d+/);
  expect(text).not.toMatch(/ECONN|socket|body:|reason:|fetch failed|HTTP \d|\(\W*\)/);
  expect(text).not.toContain(workbench.demo.apiKey);
}

/** Presses the modal's button, and lets the seconds pass after which it tells that 360dialog is slow. */
async function submitSlowly(): Promise<void> {
  const submitted = admin.modal.submit();
  await workbench.travel(UNTIL_SLOW);
  await submitted;
  expect(admin.modal.texts.join('\n')).toContain('This takes longer than usual. Nothing is lost');
}

/** Lets the rest of the time pass, and presses **Show the result** until the modal shows what is looked for. */
async function showResult(isThere: () => boolean): Promise<void> {
  await workbench.travel(1);
  const press = async () => {
    await admin.modal.click('Show the result');
    return isThere();
  };
  await waitFor(press, { what: 'the result' });
}

describe.each(['health', 'webhook'])('while connecting, on the call for %s', (on) => {
  test.each(on === 'health' ? [...anywhere, ...unreadable] : anywhere)(
    '%s %j is told under the key, and what was typed stays',
    async (kind, params, sentence) => {
      await workbench.sim.fault(kind, { ...params, on });
      await admin.modal.submit();
      expect(admin.modal.errorOf('API Key *')).toContain(sentence);
      expectPlainWords(admin.modal.errorOf('API Key *'));
      expect(admin.modal.errorOf('Phone Number *')).toBeUndefined();
      expect(shown()).toEqual(typed);
      expect(admin.screen.toasts).toEqual([]);
    },
  );
});

test.each(['health', 'webhook'])(
  'no answer for %s: the modal shows that it goes on, then the result and what was typed',
  async (on) => {
    await workbench.sim.fault('no-answer', { on });
    await submitSlowly();
    // There is nothing to submit: the button of the form is gone.
    expect(admin.modal.view.submit ?? undefined).toBeUndefined();
    // Too early: it still goes on, and looking changes nothing.
    await admin.modal.click('Show the result');
    expect(admin.modal.labels).toEqual([]);
    await showResult(() => admin.modal.labels.length > 0);
    const [field, problem] = admin.modal.view.blocks;
    expect(field).toMatchObject({ blockId: 'apiKey' });
    expect(textsOf(problem ? [problem] : []).join()).toContain(
      ':warning: 360dialog did not answer in time. Try again in a moment.',
    );
    // Nor is there anything of the attempts before.
    expect(admin.modal.errors).toEqual({});
    expectShownAgain();
    expect(admin.screen.toasts).toEqual([]);
  },
);

test('who closes the modal meanwhile hears in the channel why it failed, and goes on with what was typed', async () => {
  const before = (await admin.messages(SETUP)).map(({ _id }) => _id);
  await workbench.sim.fault('no-answer', { on: 'health' });
  await submitSlowly();
  await admin.modal.dismiss();
  expect(admin.modal.isOpen).toBe(false);
  await workbench.travel(1);
  const told = await admin.findMessage(
    SETUP,
    ({ msg, _id }) => msg.includes('is not connected. 360dialog did not answer in time.') && !before.includes(_id),
  );
  expect(told.msg).toContain('+55 11 5555 0100');
  await admin.clickButton(told, 'Open again');
  expectShownAgain();
  expect(admin.modal.texts.join('\n')).toContain('360dialog did not answer in time.');
  // It was opened there; here it is out of date.
  const other = await workbench.as('manager');
  await other.runCommand('/whatsapp-360d-cloud numbers', 'general');
  await other.room(SETUP);
  await other.clickButton(told, 'Open again');
  expect(other.modal.texts.join('\n')).toContain('This step is out of date');
});

test('a slow 360dialog is waited for: the channel hears that the number is connected, and so does who looks', async () => {
  await workbench.sim.fault('slow-answer', { ms: 4500, on: 'health' });
  await submitSlowly();
  await workbench.travel(1);
  await admin.findMessage(SETUP, 'Your WhatsApp number is now connected!');
  await showResult(() => admin.modal.texts.join('\n').includes('Your WhatsApp number is now connected!'));
  expect(admin.modal.labels).toEqual([]);
  expect(admin.modal.view.submit ?? undefined).toBeUndefined();
  await admin.modal.dismiss();
});

test('what was technically wrong is in the log of the app and in what support is told', async () => {
  expect(JSON.stringify(await workbench.logs())).toMatch(
    /360dialog could not be asked:.{0,40}errors:\w+ \(unreachable/,
  );
  await admin.runCommand('/whatsapp-360d-cloud support', SETUP);
  const told = await waitFor(() => admin.ephemeral.find(({ msg }) => msg.includes('diagnosis')), {
    what: 'the diagnosis',
  });
  expect(told.msg).toMatch(/^trouble at [\d-]+ [\d:]+ UTC: \w+, .+$/m);
});

test('after all that the log of the app does not show the key', async () => {
  const logs = await workbench.logs();
  expect(logs.length).toBeGreaterThan(20);
  expect(JSON.stringify(logs)).not.toContain(workbench.demo.apiKey);
});

/** Opens Disconnect on the number's card. */
async function openDisconnect(): Promise<void> {
  const before = admin.ephemeral.length;
  await admin.runCommand('/whatsapp-360d-cloud numbers', SETUP);
  const list = await waitFor(() => admin.ephemeral[before], { what: 'the list of numbers' });
  await admin.clickButton(list, 'Disconnect');
}

describe('while disconnecting', () => {
  test.each([...anywhere, ...unreadable.filter(([, { body }]) => body !== 'empty object')])(
    '%s %j is told, and the number may be disconnected here anyway',
    async (kind, params, sentence) => {
      await workbench.sim.fault(kind, { ...params, on: 'webhook' });
      await openDisconnect();
      await admin.modal.submit();
      const text = admin.modal.texts.join('\n');
      expect(text).toContain('could not be disconnected at 360dialog');
      expect(text).toContain(sentence === KEY_REFUSED ? STORED_KEY_REFUSED : sentence);
      expectPlainWords(/: (.*)/s.exec(text)?.[1]);
      expect(text).toContain('You can disconnect it here anyway.');
      expect(admin.modal.view.submit).toMatchObject({ text: { text: 'Disconnect here anyway' } });
      await admin.modal.cancel();
      expect((await workbench.sim.state()).numbers[0]?.webhook?.url).toBe(workbench.privateUrl('incoming'));
    },
  );

  test('no answer: shows that it goes on, then the offer; taking it disconnects here', async () => {
    await workbench.sim.fault('no-answer', { on: 'webhook' });
    await openDisconnect();
    await submitSlowly();
    await showResult(() => admin.modal.texts.join('\n').includes('You can disconnect it here anyway.'));
    expect(admin.modal.texts.join('\n')).toContain('360dialog did not answer in time.');
    await admin.modal.submit();
    await admin.findMessage(SETUP, '+55 11 5555 0100 is disconnected.');
    expect(admin.screen.toasts).toEqual([]);
  });

  test('the number can be connected again afterwards', async () => {
    await workbench.sim.clearFaults();
    await admin.runCommand('/whatsapp-360d-cloud connect', SETUP);
    await waitFor(() => admin.modal.isOpen);
    await admin.modal.fill('API Key *', workbench.demo.apiKey);
    await admin.modal.fill('Phone Number *', workbench.demo.phoneNumber);
    await admin.modal.submit();
    expect(admin.modal.isOpen).toBe(false);
  });
});
