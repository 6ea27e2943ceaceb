import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { connectDemoNumber, SETUP } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { faultsOf } from '../support/clients/openApi';
import { places } from '../support/places';
import { runJobs, settle } from '../support/clients/settle';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import { StatusReceiver } from '../support/clients/StatusReceiver';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

const SECRET = 'secret-of-the-status-endpoint';

type IsGenuine = (body: string, header: unknown, secret: string) => boolean;

/** The function by which `docs/api.md` tells to verify a signature. */
function readIsGenuine(): IsGenuine {
  const [, code = ''] = /```js\n([^]*?)```/.exec(readFileSync(join(places.repository, 'docs/api.md'), 'utf8')) ?? [];
  return runInNewContext(`${code}\nisGenuine`, { require, Buffer }) as IsGenuine;
}

describe('the Message Status Endpoint', () => {
  let workbench: TestWorkbench;
  let receiver: StatusReceiver;
  let number: string;
  let phone: SimulatedPhone;
  let agent: TestClient;
  let room: string;

  beforeAll(async () => {
    workbench = await startTestWorkbench({ durable: true });
    receiver = await StatusReceiver.open();
    number = await connectDemoNumber(workbench);
    ({ phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
    await phone.open(number);
    await workbench.setSettings({
      message_status_endpoint: receiver.url,
      message_status_secret: SECRET,
      message_status_private: true,
    });
  });
  afterEach(async () => {
    receiver.answer = 200;
    await workbench.sim.clearFaults();
  });
  afterAll(async () => {
    receiver.close();
    await workbench.stop();
  });

  const statusesOf = (message: string) => receiver.about(message).map(({ MessageStatus }) => MessageStatus);
  const reported = (message: string, status: string) =>
    waitFor(() => receiver.about(message).find(({ MessageStatus }) => MessageStatus === status), {
      what: `${status} of ${message}`,
    });

  test('hears of every status of a message once, in the published names, signed', async () => {
    const { _id } = await agent.send(room, 'Your bread is ready');
    const read = await reported('Your bread is ready', 'read');
    await workbench.idle();
    expect(statusesOf('Your bread is ready').sort()).toEqual(['delivered', 'queued', 'read', 'sent']);
    const { wamid } = await phone.receive(number, 'Your bread is ready');
    expect(read).toEqual({
      msId: wamid,
      message: 'Your bread is ready',
      mobileNo: phone.customer.waId,
      connectedWhatsAppNo: number,
      MessageStatus: 'read',
      type: 'Regular-Message',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      eventId: `${wamid}.read`,
      statusTimestamp: expect.stringMatching(/^\d{4}-/) as string,
      roomId: room,
      rocketChatMessageId: _id,
    });
    const isGenuine = readIsGenuine();
    for (const { headers, text, body } of receiver.received) {
      const signature = headers['x-whatsapp-signature-256'];
      expect(headers['content-type']).toBe('application/json');
      expect(isGenuine(text, signature, SECRET)).toBe(true);
      expect([isGenuine(text, signature, 'another'), isGenuine(text, undefined, SECRET)]).toEqual([false, false]);
      expect(isGenuine(`${text} `, signature, SECRET)).toBe(false);
      expect(faultsOf(body, 'StatusReport')).toEqual([]);
    }
  });

  test('hears why a message failed, at once or by a status, and of what was not even sent', async () => {
    await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
    await agent.send(room, 'Refused at once');
    expect(await reported('Refused at once', 'failed')).toMatchObject({
      errorCode: 131026,
      ErrorDetails: expect.stringContaining('WhatsApp could not deliver this.') as string,
    });
    expect(receiver.about('Refused at once')[0]).not.toHaveProperty('msId');
    expect(receiver.about('Refused at once').flatMap((body) => faultsOf(body, 'StatusReport'))).toEqual([]);
    await workbench.sim.fault('status-failed', { code: 131049 }, { times: 1 });
    await agent.send(room, 'Refused later');
    expect(await reported('Refused later', 'failed')).toMatchObject({ errorCode: 131049, msId: /^wamid/ });
    await phone.say(number, 'STOP');
    await phone.receive(number, 'You will not receive any more messages');
    await agent.send(room, 'Not sent at all');
    expect(await reported('Not sent at all', 'failed')).toMatchObject({ MessageStatus: 'failed' });
    expect(statusesOf('Not sent at all')).toEqual(['failed']);
    await phone.say(number, 'START');
    await phone.receive(number, 'You will receive our messages again.');
  });

  test('hears only what the filter wants', async () => {
    await workbench.setSettings({ message_status_filter: 'template' });
    await agent.send(room, 'Filtered out');
    await phone.receive(number, ({ message, status }) => message.text?.body === 'Filtered out' && status === 'read');
    // The simulator shows a status before the app has worked off its webhook.
    await settle(workbench);
    await workbench.setSettings({ message_status_filter: 'regular' });
    await agent.send(room, 'Wanted');
    await reported('Wanted', 'read');
    expect(statusesOf('Filtered out')).toEqual([]);
    await workbench.setSettings({ message_status_filter: 'all' });
  });

  test('keeps no message waiting when it does not answer, and hears of it later', async () => {
    receiver.answer = 'never';
    for (const text of ['First while it sleeps', 'Second while it sleeps']) {
      await agent.send(room, text);
      await phone.receive(number, ({ message, status }) => message.text?.body === text && status === 'read');
    }
    await settle(workbench);
    await workbench.kill();
    receiver.answer = 200;
    await workbench.restart({ later: 5 });
    agent = await workbench.as(agent.username);
    await runJobs(workbench, 'every-minute');
    await reported('First while it sleeps', 'read');
    await reported('Second while it sleeps', 'read');
    await workbench.idle();
    const kinds = (await workbench.records()).map(({ data }) => data.kind);
    expect(kinds.filter((kind) => kind === 'report')).toEqual([]);
  });

  test('is given up after a day, which admins are told once, without what stands in its address', async () => {
    receiver.answer = 302;
    await agent.send(room, 'Nobody hears of this');
    await phone.receive(
      number,
      ({ message, status }) => message.text?.body === 'Nobody hears of this' && status === 'read',
    );
    await settle(workbench);
    await workbench.kill();
    await workbench.restart({ later: 25 * 60 });
    agent = await workbench.as(agent.username);
    await runJobs(workbench, 'every-minute');
    const admin = await workbench.as('admin');
    const warning = await admin.findMessage(SETUP, 'has taken no message status for a day', { timeout: 30_000 });
    expect(warning.msg).toContain('HTTP 302');
    expect(warning.msg).not.toContain('of-the-endpoint');
    await workbench.idle();
    expect(receiver.about('Nobody hears of this')).toEqual([]);
    const warnings = (await admin.messages(SETUP)).filter(({ msg }) => msg.includes('has taken no message status'));
    expect(warnings).toHaveLength(1);
  });

  test('in a private network is left alone unless the settings allow it, which admins are told once', async () => {
    await workbench.setSettings({ message_status_private: false });
    await agent.send(room, 'Nothing leaves');
    await agent.send(room, 'Nothing leaves either');
    const admin = await workbench.as('admin');
    await admin.findMessage(SETUP, 'because it is an address in a private network');
    await workbench.idle();
    expect([...statusesOf('Nothing leaves'), ...statusesOf('Nothing leaves either')]).toEqual([]);
    const told = (await admin.messages(SETUP)).filter(({ msg }) => msg.includes('in a private network'));
    expect(told).toHaveLength(1);
    await workbench.setSettings({ message_status_private: true });
  });

  test('its secret is in no log', async () => {
    const logs = JSON.stringify(await workbench.logs()) + workbench.output;
    expect(logs).toContain('message_status_secret');
    expect(logs.includes(SECRET)).toBe(false);
  });
});
