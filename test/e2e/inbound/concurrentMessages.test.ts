import { connectDemoNumber } from '../support/connectDemoNumber';
import { messageWebhook } from '../support/webhookBodies';
import { openBehind } from '../support/instances/durableStore';
import type { Behind } from '../support/instances/durableStore';
import { quiet } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// Many at once: one open room a customer, everything in it once and in order.

/** An hour ago, as after an outage: late, and within the customer service window, so that a welcome may be sent. */
const SECONDS = Math.floor(Date.now() / 1_000) - 3_600;

let workbench: TestWorkbench;
let behind: Behind;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench, { 'Welcome Message (optional)': 'Welcome!' });
  behind = openBehind(workbench, workbench.dataDir);
});

afterAll(async () => {
  behind.store.close();
  await workbench.stop();
});

const text = (body: string, at: number) => ({ type: 'text', text: { body }, timestamp: String(SECONDS + at) });

const roomsOf = (name: string) => behind.store.rooms.where("t = 'l' ORDER BY ts").filter(({ v }) => v?.name === name);

const said = (rid: string) =>
  behind.store.messages.where('rid = ? ORDER BY ts', rid).filter(({ token, t }) => token && !t);

/** The welcome texts in a room, when there is one: it waits for a moment before it is sent. */
const welcomes = async (rid = '') => {
  const find = () => behind.store.messages.where('rid = ?', rid).filter(({ msg }) => msg === 'Welcome!');
  await waitFor(() => find().length > 0, { what: 'the welcome text' });
  await quiet(workbench);
  return find();
};

const count = (length: number) => Array.from({ length }, (_, index) => `text ${index}`);

test('fifty first messages of a new customer in fifty webhooks at once stand in one room, in order, after one welcome', async () => {
  const sender = { waId: '15551000001', name: 'Burst' };
  const bodies = await Promise.all(
    count(50).map((body, at) => messageWebhook(workbench, number, sender, text(body, at))),
  );
  await Promise.all(bodies.map((body) => workbench.sim.webhook(number, body)));
  await quiet(workbench);
  const [room, ...others] = roomsOf('Burst');
  expect(others).toEqual([]);
  expect(said(room?._id ?? '').map(({ msg }) => msg)).toEqual(count(50));
  expect(await welcomes(room?._id)).toHaveLength(1);
});

test('twenty new customers at once have a room each', async () => {
  const senders = Array.from({ length: 20 }, (_, at) => ({ waId: `1555200${1000 + at}`, name: `New ${at}` }));
  const bodies = await Promise.all(
    senders.flatMap((sender) => count(3).map((body, at) => messageWebhook(workbench, number, sender, text(body, at)))),
  );
  await Promise.all(bodies.map((body) => workbench.sim.webhook(number, body)));
  await quiet(workbench);
  for (const { name } of senders) {
    const rooms = roomsOf(name);
    expect(rooms.map(({ _id }) => said(_id).map(({ msg }) => msg))).toEqual([count(3)]);
    expect(await welcomes(rooms[0]?._id)).toHaveLength(1);
  }
});

test('fifty messages that each cross the closing of the room are in proper rooms, once each', async () => {
  const phone = await workbench.sim.customer({ name: 'Crossing' });
  const manager = await workbench.as('manager');
  // One that Rocket.Chat made by itself and the app made its own has no address.
  const isProper = (room: { customFields?: Record<string, unknown> }) => room.customFields?.whatsapp !== undefined;
  const open = () => roomsOf('Crossing').filter((room) => room.open);
  await phone.say(number, 'first');
  await quiet(workbench);
  for (const body of count(50)) {
    const room = await waitFor(() => open().find(isProper), { what: 'an open room' });
    const closing = manager.close(room._id, 'done').catch(() => 'closed by the app itself meanwhile');
    await Promise.all([phone.say(number, body), closing]);
  }
  await quiet(workbench);
  await waitFor(() => open().every(isProper), { what: 'bare rooms to be emptied', timeout: 30_000 });
  await quiet(workbench);
  const texts = roomsOf('Crossing')
    .filter(isProper)
    .flatMap(({ _id }) => said(_id).map(({ msg }) => msg));
  expect(texts.sort()).toEqual([...count(50), 'first'].sort());
  expect(open().length).toBeLessThanOrEqual(1);
}, 120_000);
