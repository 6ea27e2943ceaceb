import { SERVER_TRAITS } from '../../../workbench/src/server/serverTraits';
import { places } from '../support/places';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

let workbench: TestWorkbench;
let admin: TestClient;

beforeAll(async () => {
  workbench = await startTestWorkbench({ zip: places.probeZip });
  admin = await workbench.as('admin');
});

afterAll(() => workbench.stop());

describe('buttons of a message', () => {
  test('are answered by the app', async () => {
    const message = await admin.findMessage('probe-setup', 'Shall we?');
    expect(await admin.clickButton(message, 'Yes')).toEqual({ success: true });
    await expect(admin.clickButton(message, 'Perhaps')).rejects.toThrow('there are "Yes", "No", "Open"');
  });

  test('whose handler throws are answered with nothing: the engine keeps the error in the log', async () => {
    const message = await admin.findMessage('probe-setup', 'Shall we?');
    expect(await admin.clickButton(message, 'No')).toBeUndefined();
    // The engine of 7.8 writes no more than this.
    const logged = SERVER_TRAITS[workbench.server].engineHere === '1.53.1' ? 'Internal error' : 'No means no';
    await waitFor(async () => JSON.stringify(await workbench.logs()).includes(logged), { what: logged });
  });

  test('of an unknown kind and of an app that is not there are refused', async () => {
    const post = (appId: string, body: unknown) =>
      admin.http.request('POST', `/api/apps/ui.interaction/${appId}`, body);
    expect(await post(workbench.appId, { type: 'dance' })).toMatchObject({
      status: 400,
      body: { error: 'Unknown action' },
    });
    expect((await post('gone', { type: 'blockAction' })).status).toBe(404);
  });
});

describe('a modal', () => {
  const open = async () => {
    await admin.clickButton(await admin.findMessage('probe-setup', 'Shall we?'), 'Open');
    return admin.modal;
  };

  test('is opened by a button and shows what the app drew', async () => {
    const modal = await open();
    expect(modal.title).toBe('Probe');
    expect(modal.texts).toContain('Opened by a button');
    expect(modal.labels).toEqual(['Name']);
  });

  test('stays with its error and with what was typed, changes with an update and goes with success', async () => {
    const modal = await open();
    await modal.submit();
    expect(modal.errorOf('Name')).toBe('A name is needed');
    await modal.fill('Name', 'again');
    await modal.submit();
    expect(modal.texts).toContain('And once more');
    expect(modal.valueOf('Name')).toBe('again');
    expect(modal.errorOf('Name')).toBe('A name is needed');
    await modal.fill('Name', 'Ada');
    await modal.submit();
    expect(modal.isOpen).toBe(false);
  });

  test.each(['cancel', 'dismiss'] as const)('goes with %s', async (way) => {
    const modal = await open();
    await modal[way]();
    expect(modal.isOpen).toBe(false);
  });

  test('is pushed to the one who typed a command, and to nobody else', async () => {
    const second = await workbench.signIn('admin');
    await admin.runCommand('/probe modal', 'probe-setup');
    await waitFor(() => admin.modal.isOpen);
    expect(admin.modal.texts).toContain('Opened by the command');
    // The other window hears of it too, but has no such trigger.
    expect(second.modal.isOpen).toBe(false);
    const agent = await workbench.as('agent1');
    expect(agent.feed.events.filter(({ type }) => type === 'ui-interaction')).toEqual([]);
    await admin.modal.cancel();
    second.stop();
  });
});

describe('a contextual bar', () => {
  test('is opened by a button beside the room and closes before its submit is sent', async () => {
    await admin.pressRoomAction('probe-action', 'probe-setup');
    const bar = admin.bar((await admin.room('probe-setup'))._id);
    expect(bar.texts).toContain('Opened by an action button');
    expect(await bar.submit()).toMatchObject({ type: 'errors' });
    expect(bar.isOpen).toBe(false);
  });
});

describe('a command', () => {
  test('may answer to one person alone', async () => {
    await admin.runCommand('/probe say only to you', 'probe-setup');
    await waitFor(() => admin.ephemeral.some(({ msg }) => msg === 'only to you'));
    expect((await admin.messages('probe-setup')).map(({ msg }) => msg)).not.toContain('only to you');
  });

  test('may post', async () => {
    await admin.runCommand('/probe buttons', 'probe-setup');
    await admin.findMessage('probe-setup', 'Is it *so*?');
  });

  test('that there is not, and one that fails, are refused with words', async () => {
    await expect(admin.runCommand('/dance', 'probe-setup')).rejects.toThrow('does not exist (or is disabled)');
    await expect(admin.runCommand('/probe fail', 'probe-setup')).rejects.toThrow('fails as it was told to');
  });
});
