import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSimulatorStore } from '../../src/simulator/store/SimulatorStore';
import { startSimulator } from '../../src/simulator/startSimulator';
import { type Receiver, startReceiver } from './support/startReceiver';
import { ANA, startTestSimulator, type TestSimulator } from './support/startTestSimulator';

let folder: string;
let receiver: Receiver;
let simulator: TestSimulator | undefined;

const start = async () => {
  simulator = await startTestSimulator({ dataFile: join(folder, 'data', 'simulator.db') });
  return simulator;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  receiver = await startReceiver();
});
afterEach(async () => {
  await simulator?.stop();
  await receiver.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a restart', () => {
  it('keeps numbers, keys, customers, chats, files, switches, faults and the journey in time', async () => {
    let running = await start();
    await running.control('POST', '/customers', { name: 'Mia', waId: '15550001111' });
    const renewed = await running.control('POST', '/numbers/551155550100/key');
    await running.api('POST', '/v1/configs/webhook', { url: receiver.url, headers: { A: 'b' } });
    await running.receive({ type: 'image' });
    const [first] = await receiver.waitForItems('messages', 1);
    await running.control('POST', '/switches', { window: 'sync' });
    await running.control('POST', '/faults', { kind: 'server-error', params: { on: 'templates' }, times: 3 });
    await running.api('GET', '/message_templates');
    await running.control('POST', '/clock', { advanceMs: 3_600_000 });
    await running.control('POST', `/customers/${ANA}/chats/551155550100/open`, { open: true });
    const before = (await running.control('GET', '/state?reveal=1')).json;
    await running.stop();
    running = await start();
    const after = (await running.control('GET', '/state?reveal=1')).json;
    expect({ ...after, now: 0 }).toEqual({ ...before, now: 0 });
    expect(after.now).toBeGreaterThanOrEqual(before.now);
    expect(after.faults[0]).toMatchObject({ remaining: 2, struck: 1 });
    expect(running.running.demo.apiKey).toBe(renewed.json.apiKey);
    const chat = await running.control('GET', `/customers/${ANA}/chats/551155550100`);
    expect(chat.json.messages[0].wamid).toBe(first.id);
    // The viewer of the chat is gone.
    expect(chat.json.open).toBe(false);
    expect((await running.api('GET', `/${first.image.id}`)).status).toBe(200);
    expect((await running.control('GET', `/media/${first.image.id}`)).status).toBe(200);
  });

  it('goes on with webhooks that were not delivered and statuses that were not sent', async () => {
    let running = await start();
    await running.control('POST', '/switches', { sentAfterMs: 30_000, deliveredAfterMs: 60_000, readAfterMs: null });
    await running.api('POST', '/v1/configs/webhook', { url: receiver.url });
    receiver.answer = 500;
    const received = await running.receive();
    const sent = await running.send({ type: 'text', text: { body: 'Hi' } });
    await receiver.waitFor(1);
    await running.stop();
    receiver.answer = 200;
    receiver.received.length = 0;
    running = await start();
    await running.control('POST', '/clock', { advanceMs: 61_000 });
    expect(receiver.items('messages').map(({ id }) => id)).toEqual([received.json.wamid]);
    expect(receiver.items('statuses').map(({ id, status }) => [id, status])).toEqual([
      [sent.json.messages[0].id, 'sent'],
      [sent.json.messages[0].id, 'delivered'],
    ]);
  });

  it('takes up what was under way when the process died', async () => {
    const running = await start();
    await running.control('POST', '/switches', { sentAfterMs: 30_000, deliveredAfterMs: 600_000, readAfterMs: null });
    await running.api('POST', '/v1/configs/webhook', { url: receiver.url });
    receiver.answer = 'hang';
    const { json } = await running.receive();
    const sent = await running.send({ type: 'text', text: { body: 'Hi' } });
    await receiver.waitFor(1);
    // The files that a dead process leaves in the middle of an attempt.
    await cp(join(folder, 'data'), join(folder, 'left'), { recursive: true });
    receiver.answer = 200;
    receiver.received.length = 0;
    const survivor = await startTestSimulator({ dataFile: join(folder, 'left', 'simulator.db') });
    await survivor.control('POST', '/clock', { advanceMs: 31_000 }).finally(() => survivor.stop());
    expect(receiver.items('messages').map(({ id }) => id)).toEqual([json.wamid]);
    expect(receiver.items('statuses')).toMatchObject([{ id: sent.json.messages[0].id, status: 'sent' }]);
  });

  it('repeats a delivery whose answer was not seen', async () => {
    const running = await start();
    await running.api('POST', '/v1/configs/webhook', { url: receiver.url });
    receiver.answer = 'hang';
    const { json } = await running.receive();
    await receiver.waitFor(1);
    await running.stop();
    receiver.answer = 200;
    const again = await start();
    await again.control('POST', '/clock', { advanceMs: 5000 });
    expect(receiver.items('messages').map(({ id }) => id)).toEqual([json.wamid, json.wamid]);
    expect((await again.control('GET', '/deliveries')).json[0]).toMatchObject({ state: 'delivered', attempts: 2 });
  });
});

describe('starting', () => {
  it('says when the port is taken', async () => {
    const running = await start();
    await expect(startSimulator({ port: running.running.port, memory: true })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('says when the file cannot be opened', () => {
    expect(() => openSimulatorStore({ file: folder })).toThrow();
  });
});
