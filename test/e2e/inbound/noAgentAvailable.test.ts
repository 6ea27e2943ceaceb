import { connectDemoNumber } from '../support/connectDemoNumber';
import { openBehind } from '../support/instances/durableStore';
import type { Behind } from '../support/instances/durableStore';
import { quiet } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// Nobody is there: what customers write waits, and who gets it when somebody is.

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const OFFLINE = 'We are back tomorrow.';
const WELCOME = 'Welcome!';
const AGENTS = ['agent1', 'agent2'] as const;

let workbench: TestWorkbench;
let behind: Behind;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  await workbench.setServerSetting('Workbench_Role_App_Has_View_Livechat_Rooms', true);
  number = await connectDemoNumber(workbench, {
    'Welcome Message (optional)': WELCOME,
    'Default message for offline service (optional)': OFFLINE,
  });
  behind = openBehind(workbench, workbench.dataDir);
});

afterAll(async () => {
  behind.store.close();
  await workbench.stop();
});

async function available(...names: string[]): Promise<void> {
  for (const name of AGENTS) {
    await (await workbench.as(name)).setAvailability(names.includes(name) ? 'available' : 'not-available');
  }
}

async function jobOf(processorId: string): Promise<string> {
  const { http } = await workbench.as('admin');
  const jobs = await http.get<{ id: string; processorId: string }[]>('/api/workbench/app/jobs');
  return `/api/workbench/app/jobs/${jobs.find((job) => job.processorId === processorId)?.id ?? ''}`;
}

async function letIn(): Promise<void> {
  await (await workbench.as('admin')).http.post(await jobOf('every-minute'));
  await quiet(workbench);
}

async function customer(name: string): Promise<SimulatedPhone> {
  return workbench.sim.customer({ name });
}

async function say(phone: SimulatedPhone, text: string): Promise<string> {
  const { wamid } = await phone.say(number, text);
  await quiet(workbench);
  return wamid;
}

const roomsOf = (name: string) => behind.store.rooms.where("t = 'l' ORDER BY ts").filter(({ v }) => v?.name === name);

const said = (name: string) =>
  roomsOf(name).map(({ _id }) =>
    behind.store.messages.where('rid = ? ORDER BY ts', _id).filter(({ token, t }) => token && !t),
  );

const shown = async (phone: SimulatedPhone) =>
  (await phone.chat(number)).flatMap(({ direction, message }) => (direction === 'out' ? [message.text?.body] : []));

const waiting = async () => (await workbench.records()).filter(({ data }) => data.kind === 'held');

test('what a customer writes waits, and comes in by itself: in order, with its times, its changes and its files', async () => {
  await available();
  const phone = await customer('Patient');
  const old = String(Math.floor(Date.now() / 1000) - 3_600);
  await phone.send(number, { type: 'text', text: { body: 'one' }, timestamp: old });
  await quiet(workbench);
  await phone.send(number, { type: 'image', image: {} }, { file: { base64: PNG, mime: 'image/png' } });
  await quiet(workbench);
  const edited = await say(phone, 'three');
  const revoked = await say(phone, 'four');
  const reacted = await say(phone, 'five');
  const message = { type: 'text', text: { body: 'THREE' } };
  await phone.send(number, { type: 'edit', edit: { original_message_id: edited, message } });
  await phone.send(number, { type: 'revoke', revoke: { original_message_id: revoked } });
  await phone.send(number, { type: 'reaction', reaction: { message_id: reacted, emoji: '👍' } });
  await quiet(workbench);
  expect(roomsOf('Patient')).toEqual([]);
  expect(await shown(phone)).toEqual([OFFLINE]);
  await available('agent1');
  await letIn();
  const [messages = [], ...others] = said('Patient');
  expect(others).toEqual([]);
  expect(messages.map(({ msg, file }) => file?.type ?? msg.split('\n')[0])).toEqual(
    ['one', 'image/png', 'THREE', expect.stringContaining('four') as string, 'five'].map((each, at) =>
      at === 3 ? expect.any(String) : each,
    ),
  );
  expect(messages[3]?.msg).toContain('four');
  expect(messages[2]?.msg).toContain('three');
  // Before 8.4 apps cannot react: a line says it.
  const lines = behind.store.messages.where('rid = ?', messages[4]?.rid ?? '').map(({ msg }) => msg);
  const isOnMessage = behind.workspace.traits.reactsByUpdater;
  expect(Boolean(messages[4]?.reactions)).toBe(isOnMessage);
  expect(lines.some((line) => line.startsWith('The customer reacted with 👍'))).toBe(!isOnMessage);
  // Rocket.Chat tells nobody of what is dated long ago: it stands at its coming and says when it was written.
  expect(messages[0]?.ts.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(JSON.stringify(messages[0]?.attachments)).toContain('Late: this is from');
  expect(await shown(phone)).toEqual([OFFLINE, WELCOME]);
  expect(await waiting()).toEqual([]);
});

test('the welcome text comes once, also while the offline text is still on its way', async () => {
  await available();
  const phone = await customer('Slow');
  await workbench.sim.fault('slow-answer', { ms: 3_000, on: 'send' }, { times: 1 });
  for (const text of ['one', 'two', 'three']) await phone.say(number, text);
  await waitFor(async () => (await waiting()).length === 3, { what: 'three to wait' });
  await available('agent1');
  await letIn();
  await waitFor(async () => (await shown(phone)).length > 1, { what: 'the texts of the number' });
  await quiet(workbench);
  expect(await shown(phone)).toEqual([OFFLINE, WELCOME]);
});

test('a blocked contact gets no offline text, and nothing of theirs waits', async () => {
  await available('agent1');
  const phone = await customer('Blocked');
  await say(phone, 'before');
  const [room] = roomsOf('Blocked');
  behind.workspace.contacts.setBlocked(room?.contactId ?? '', room?.v?._id ?? '', true);
  await (await workbench.as('manager')).close(room?._id ?? '', 'blocked');
  await available();
  await say(phone, 'while blocked');
  expect(await shown(phone)).toEqual([WELCOME]);
  expect(await waiting()).toEqual([]);
});

test('a power cut while they are let in loses none, and brings none twice', async () => {
  await available();
  const phone = await customer('Cut');
  const texts = Array.from({ length: 40 }, (_, index) => `text ${index + 1}`);
  const at = Math.floor(Date.now() / 1000) - 100;
  for (const [index, body] of texts.entries()) {
    await phone.send(number, { type: 'text', text: { body }, timestamp: String(at + index) });
  }
  await quiet(workbench);
  expect(await waiting()).toHaveLength(texts.length);
  await available('agent2');
  const { http } = await workbench.as('admin');
  void http.post(await jobOf('every-minute')).catch(() => 'cut off');
  await waitFor(() => (said('Cut')[0]?.length ?? 0) > 8, { what: 'some to be let in', interval: 1 });
  await workbench.kill();
  const before = said('Cut')[0]?.length ?? 0;
  behind.store.close();
  await workbench.restart({ later: 10 });
  behind = openBehind(workbench, workbench.dataDir);
  expect(before).toBeLessThan(texts.length);
  await letIn();
  expect(said('Cut').map((each) => each.map(({ msg }) => msg))).toEqual([texts]);
  expect(await waiting()).toEqual([]);
  expect((await shown(phone)).filter((text) => text === WELCOME)).toHaveLength(1);
});

describe('whom a template asked for', () => {
  /** Each writes, is closed, and gets a template that asks for somebody; the app does not run meanwhile. */
  async function wanted(
    targets: Record<string, { daysAgo?: number; [place: string]: unknown }>,
    forNumber: object = {},
  ): Promise<Map<string, SimulatedPhone>> {
    await available(...AGENTS);
    const phones = new Map<string, SimulatedPhone>();
    for (const name of Object.keys(targets)) {
      const phone = await customer(name);
      phones.set(name, phone);
      await say(phone, 'before');
      await (await workbench.as('manager')).close(roomsOf(name)[0]?._id ?? '', 'done');
    }
    await quiet(workbench);
    await workbench.kill();
    for (const record of behind.store.records.where('1')) {
      const data: Record<string, unknown> = { ...record.data };
      const wish = targets[String(data.profileName)];
      if (data.kind === 'conversation' && wish) keepWish(data, wish);
      if (data.kind === 'number') behind.store.records.put({ ...record, data: { ...data, ...forNumber } });
    }
    await workbench.restart();
    return phones;
  }

  /** As the app keeps that a template went to somebody without an open conversation. */
  function keepWish(conversation: Record<string, unknown>, { daysAgo = 0, ...target }: { daysAgo?: number }): void {
    const [own, key] = [String(conversation.number), String(conversation.customer)];
    const at = Date.now() - daysAgo * 86_400_000;
    const [entry, minute] = [`wish-${key}`, new Date(at).toISOString().slice(0, 16)];
    const places = [`awaited:${own} ${key}`, `conversation:${own} ${key}`, `entry:${entry}`, `minute:${minute}`];
    behind.store.records.create(
      workbench.appId,
      places.map((id) => ({ model: 'misc', id })),
      { kind: 'awaited', entry, minute, number: own, customer: key, text: 'We are open again', at, target },
    );
  }

  const departmentOf = (name: string) => behind.workspace.departments.findByIdOrName(name)?._id ?? '';

  test('gets the conversation that the answer opens, once; who cannot leaves it to the next', async () => {
    const { departments } = behind.workspace;
    const empty = departments.save({ name: 'Empty' }, [])._id;
    const support = departmentOf('Support');
    const phones = await wanted({
      'Agent there': { agent: 'agent1' },
      'Agent away': { agent: 'agent1', departmentId: support },
      'Agent away alone': { agent: 'agent1' },
      'No agent': { agent: 'manager', departmentId: support },
      Unknown: { agent: 'nobody' },
      'Nobody in it': { departmentId: empty },
      'No such department': { departmentId: 'gone' },
      'Too late': { agent: 'agent2', departmentId: support, daysAgo: 31 },
    });
    await available('agent1');
    const write = (name: string) => say(phones.get(name) ?? new Map().get(name), 'after');
    const placeOf = (name: string) => {
      const room = roomsOf(name)[1];
      return [room?.servedBy?.username, room?.departmentId === support ? 'Support' : 'elsewhere'];
    };
    for (const name of ['Agent there', 'Unknown', 'Nobody in it', 'No such department', 'Too late']) {
      await write(name);
      expect([name, ...placeOf(name)]).toEqual([name, 'agent1', 'elsewhere']);
    }
    await available('agent2');
    for (const name of ['Agent away', 'No agent']) {
      await write(name);
      expect([name, ...placeOf(name)]).toEqual([name, 'agent2', 'Support']);
    }
    await write('Agent away alone');
    expect(placeOf('Agent away alone')[0]).toBe('agent2');
    const kept = (await workbench.records()).filter(({ data }) => data.kind === 'awaited');
    expect(kept).toEqual([]);
  });

  test('or the department of the number may be deleted: anybody who is there gets it', async () => {
    const phones = await wanted({ 'Department gone': {} }, { departmentId: 'deleted', departmentName: 'Deleted' });
    const [phone] = [...phones.values()];
    await available();
    if (phone) await say(phone, 'after');
    expect(roomsOf('Department gone')).toHaveLength(1);
    await available('agent2');
    await letIn();
    expect(roomsOf('Department gone')[1]?.servedBy?.username).toBe('agent2');
    const next = await customer('Next');
    await say(next, 'hello');
    expect(roomsOf('Next')[0]?.servedBy?.username).toBe('agent2');
  });
});
