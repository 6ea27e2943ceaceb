import { join } from 'node:path';
import { blockActions } from '../../../src/handlers/entry/interactions/blockActions';
import { subcommands } from '../../../src/handlers/entry/commands/subcommands';
import { openStore } from '../../../workbench/src/store/Store';
import { connectDemoNumber, SETUP } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { forgePress } from '../support/clients/forgePress';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import { withRoles } from '../support/instances/durableStore';
import type { WireMessage } from '../support/clients/WireDocuments';

// A client may send any action with any value, room and message; the server compares none of them. What is done is what
// the stored card says, for somebody who may do it.

interface Conversation {
  phone: SimulatedPhone;
  agent: TestClient;
  room: string;
}

let workbench: TestWorkbench;
let number: string;
/** Two conversations, each served by an agent who does not see the other one. */
let here: Conversation;
let there: Conversation;

const isCard = ({ blocks }: WireMessage) => JSON.stringify(blocks ?? []).includes('Send again');
const isFileCard = ({ blocks }: WireMessage) => JSON.stringify(blocks ?? []).includes('Try again');

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
  here = await conversationWith(workbench, number, 'Ana Souza');
  there = await conversationWith(workbench, number, 'Ben Okafor');
  expect(there.agent.username).not.toBe(here.agent.username);
});

afterAll(() => workbench.stop());

/** Lets the next text of the agent fail. @returns the message and its card */
async function fail({ agent, room }: Conversation, text: string): Promise<{ failed: WireMessage; card: WireMessage }> {
  await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
  const failed = await agent.send(room, text);
  const card = await agent.findMessage(room, (message) => isCard(message) && JSON.stringify(message).includes(text));
  return { failed, card };
}

/** Sends a press that no page drew. */
async function press(
  client: TestClient,
  actionId: string,
  { mid, rid, value, view }: { mid?: string; rid?: string; value?: object; view?: string },
): Promise<number> {
  const container =
    view === undefined ? ({ type: 'message', id: mid } as const) : ({ type: 'view', id: view } as const);
  const press = { actionId, value: JSON.stringify(value ?? {}), container, rid, mid };
  const { status } = await forgePress(workbench, client, press);
  await workbench.idle();
  return status;
}

const sent = async () => [
  ...(await here.phone.received(number)).map(({ message }) => message.text?.body),
  ...(await there.phone.received(number)).map(({ message }) => message.text?.body),
];
const posted = async () =>
  [...(await here.agent.messages(here.room)), ...(await there.agent.messages(there.room))].map(({ _id }) => _id);

/** Runs something after which every phone and both rooms are as before. */
async function changesNothing(act: () => Promise<unknown>): Promise<void> {
  // Earlier work may still be going on: the line of a file comes after its card.
  await workbench.idle();
  const before = [await sent(), await posted()];
  await act();
  await workbench.idle();
  expect([await sent(), await posted()]).toEqual(before);
}

describe('Send again', () => {
  let card: WireMessage;
  let failed: WireMessage;
  let elsewhere: WireMessage;
  let ofCustomer: WireMessage;

  beforeAll(async () => {
    ({ card, failed } = await fail(here, 'The bread is ready'));
    ({ card: elsewhere } = await fail(there, 'The cake is ready'));
    ofCustomer = await here.agent.findMessage(here.room, 'Hello');
  });

  test.each<[string, () => { mid: string; rid?: string; value: object }]>([
    ['the customer’s message as the card', () => ({ mid: ofCustomer._id, value: { messageId: failed._id } })],
    ['the failed message itself as the card', () => ({ mid: failed._id, value: { messageId: failed._id } })],
    ['a message that is not there', () => ({ mid: 'gone', value: { messageId: failed._id } })],
    [
      'a card of another conversation, in this room',
      () => ({ mid: elsewhere._id, rid: here.room, value: { messageId: failed._id } }),
    ],
  ])('does nothing for a press that names %s', async (_what, forged) => {
    await changesNothing(() => press(here.agent, 'send-again', forged()));
  });

  test('does nothing where the button is not on the app’s message, though the app wrote it', async () => {
    const admin = await workbench.as('admin');
    const { _id: mid } = await admin.findMessage(SETUP, 'Your WhatsApp number is now connected!');
    await changesNothing(() => press(admin, 'send-again', { mid, rid: here.room, value: { messageId: failed._id } }));
  });

  test.each<[string, () => [TestClient, string[]]]>([
    ['an agent of another conversation', () => [there.agent, ['user', 'livechat-agent']]],
    ['a monitor', () => [there.agent, ['user', 'livechat-monitor']]],
    ['a monitor who serves it', () => [here.agent, ['user', 'livechat-monitor']]],
    ['somebody without a role in Omnichannel', () => [here.agent, ['user']]],
  ])('does nothing for %s, who is told', async (_who, somebody) => {
    const [client, roles] = somebody();
    const told = client.ephemeral.length;
    await withRoles(workbench, client.username, roles, () =>
      changesNothing(() =>
        press(client, 'send-again', { mid: card._id, rid: here.room, value: { messageId: failed._id } }),
      ),
    );
    expect(client.ephemeral[told]?.msg).toContain('Only the agents of this conversation');
  });

  test('sends what the card is about, whatever the press names, and once for a replay', async () => {
    const forged = { mid: card._id, rid: there.room, value: { messageId: ofCustomer._id } };
    await press(here.agent, 'send-again', forged);
    await here.phone.receive(number, 'The bread is ready');
    await workbench.idle();
    expect((await sent()).filter((body) => body === 'Hello')).toEqual([]);
    await here.agent.findMessage(here.room, ({ _id }) => _id === ofCustomer._id);
    expect((await here.agent.messages(here.room)).filter(isCard)).toEqual([]);
    await changesNothing(() => press(here.agent, 'send-again', forged));
  });

  test('never sends a customer’s or a system message, whatever a card says', async () => {
    const system = await here.agent.findMessage(here.room, ({ t }) => t !== undefined);
    const { card: next } = await fail(here, 'The rolls are ready');
    const store = openStore({ file: join(workbench.dataDir, 'workspace.sqlite') });
    try {
      for (const { _id: messageId } of [ofCustomer, system]) {
        const stored = store.messages.get(next._id);
        if (!stored) throw new Error('nothing to forge');
        const blocks: unknown = JSON.parse(
          JSON.stringify(stored.blocks).replace(
            /"value":"[^}]*}"/,
            `"value":${JSON.stringify(JSON.stringify({ messageId }))}`,
          ),
        );
        expect(JSON.stringify(blocks)).toContain(messageId);
        store.messages.put({ ...stored, blocks: blocks as never });
        await changesNothing(() => press(here.agent, 'send-again', { mid: next._id, rid: here.room }));
      }
    } finally {
      store.close();
    }
  });

  test('works for a manager, who sees every conversation', async () => {
    const manager = await workbench.as('manager');
    await press(manager, 'send-again', { mid: elsewhere._id, rid: there.room });
    await there.phone.receive(number, 'The cake is ready');
    await waitFor(async () => (await there.agent.messages(there.room)).every((message) => !isCard(message)), {
      what: 'the card to go',
    });
  });
});

describe('Try again', () => {
  let card: WireMessage;
  let wamid: string;

  beforeAll(async () => {
    await workbench.sim.fault('server-error', { on: 'media info' }, { times: 2 });
    const file = {
      base64: Buffer.from('%PDF-1.4 order').toString('base64'),
      mime: 'application/pdf',
      filename: 'a.pdf',
    };
    ({ wamid } = await here.phone.send(number, { type: 'document', document: {} }, { file }));
    card = await here.agent.findMessage(here.room, isFileCard);
    // The line in the customer's name comes behind the card, which can take a while on a busy machine.
    await here.agent.findMessage(here.room, ({ token, msg }) => token !== undefined && msg.includes('a.pdf'));
  });

  test.each<[string, () => [TestClient, string[], mid: string]]>([
    ['an agent of another conversation', () => [there.agent, ['user', 'livechat-agent'], card._id]],
    ['a monitor', () => [there.agent, ['user', 'livechat-monitor'], card._id]],
    ['a press without its card', () => [here.agent, ['user', 'livechat-agent'], 'gone']],
  ])('does nothing for %s', async (_who, somebody) => {
    const [client, roles, mid] = somebody();
    await withRoles(workbench, client.username, roles, () =>
      changesNothing(() => press(client, 'fetch-media', { mid, rid: here.room, value: { wamid } })),
    );
  });

  test('does nothing for a card of another conversation that names its file', async () => {
    const { card: elsewhere } = await fail(there, 'Something else');
    await changesNothing(() => press(there.agent, 'fetch-media', { mid: elsewhere._id, value: { wamid } }));
  });

  test('brings the file of its card once, whatever the press names', async () => {
    const forged = { mid: card._id, rid: there.room, value: { wamid: 'wamid.of-nobody' } };
    await press(here.agent, 'fetch-media', forged);
    await here.agent.findMessage(here.room, ({ file }) => file?.name === 'a.pdf');
    await waitFor(async () => (await here.agent.messages(here.room)).filter(isFileCard).length === 0);
    await changesNothing(() => press(here.agent, 'fetch-media', forged));
  });
});

describe('a message that waits for its customer', () => {
  let card: WireMessage;
  let failed: WireMessage;
  let elsewhere: WireMessage;
  const AGENT = ['user', 'livechat-agent'];

  const waiting = async () =>
    (await workbench.records()).filter(({ data }) => data.kind === 'kept').map(({ data }) => data.messageId);

  /** Lets WhatsApp say that the customer service window is closed. */
  async function failLate({ agent, room }: Conversation, text: string) {
    await workbench.sim.fault('error-code', { code: 131047, on: 'send' }, { times: 1 });
    const message = await agent.send(room, text);
    const isIt = (each: WireMessage) =>
      each.msg.includes(text) && JSON.stringify(each.blocks ?? []).includes('Send when they answer');
    return { message, posted: await agent.findMessage(room, isIt) };
  }

  async function keepsWaiting(act: () => Promise<unknown>): Promise<void> {
    const before = await waiting();
    await changesNothing(act);
    expect(await waiting()).toEqual(before);
  }

  beforeAll(async () => {
    // WhatsApp tells whole seconds: what the customer wrote in the second of the card would count as their answer.
    await workbench.travel(0.1);
    ({ message: failed, posted: card } = await failLate(here, 'The tea is ready'));
    ({ posted: elsewhere } = await failLate(there, 'The soup is ready'));
  });

  const forgeries: [string, () => { mid: string; rid?: string; value: object }][] = [
    ['the failed message itself as the card', () => ({ mid: failed._id, value: { messageId: failed._id } })],
    ['a message that is not there', () => ({ mid: 'gone', value: { messageId: failed._id } })],
    [
      'a card of another conversation, in this room',
      () => ({ mid: elsewhere._id, rid: here.room, value: { messageId: failed._id } }),
    ],
  ];
  const strangers: [string, () => [TestClient, string[]]][] = [
    ['an agent of another conversation', () => [there.agent, ['user', 'livechat-agent']]],
    ['a monitor who serves it', () => [here.agent, ['user', 'livechat-monitor']]],
    ['somebody without a role in Omnichannel', () => [here.agent, ['user']]],
  ];

  async function isRefused(actionId: string, [client, roles]: [TestClient, string[]]): Promise<void> {
    const told = client.ephemeral.length;
    await withRoles(workbench, client.username, roles, () =>
      keepsWaiting(() => press(client, actionId, { mid: card._id, rid: here.room, value: {} })),
    );
    expect(client.ephemeral[told]?.msg).toContain('Only the agents of this conversation');
  }

  test.each(forgeries)('keep-message does nothing for a press that names %s', async (_what, forged) => {
    await keepsWaiting(() => press(here.agent, 'keep-message', forged()));
  });

  test.each(strangers)('keep-message does nothing for %s, who is told', async (_who, somebody) => {
    await isRefused('keep-message', somebody());
  });

  test.each(['send-kept', 'cancel-kept', 'send-again'])('%s is not on this card', async (actionId) => {
    await keepsWaiting(() => press(here.agent, actionId, { mid: card._id, value: { messageId: failed._id } }));
  });

  test('keep-message lets wait what the card is about, whatever the press names, and once for a replay', async () => {
    const forged = { mid: card._id, rid: there.room, value: { messageId: elsewhere._id } };
    await press(here.agent, 'keep-message', forged);
    await waitFor(async () => (await waiting()).length === 1);
    await keepsWaiting(() => press(here.agent, 'keep-message', forged));
    expect(await waiting()).toEqual([failed._id]);
  });

  test.each(forgeries)('cancel-kept does nothing for a press that names %s', async (_what, forged) => {
    await keepsWaiting(() => press(here.agent, 'cancel-kept', forged()));
  });

  test.each(strangers)('cancel-kept does nothing for %s, who is told', async (_who, somebody) => {
    await isRefused('cancel-kept', somebody());
  });

  test('send-kept sends nothing from a card that does not ask', async () => {
    await keepsWaiting(() => press(here.agent, 'send-kept', { mid: card._id, value: { messageId: failed._id } }));
  });

  const listed: [string, () => [TestClient, string[], object]][] = [
    ['a message of another customer', () => [there.agent, AGENT, { room: there.room, messageId: failed._id }]],
    ['a room that the agent has no part in', () => [there.agent, AGENT, { room: here.room, messageId: failed._id }]],
    ['a room that is not there', () => [here.agent, AGENT, { room: 'gone', messageId: failed._id }]],
    ['a room that is no conversation', () => [here.agent, AGENT, { room: 'GENERAL', messageId: failed._id }]],
    ['no message', () => [here.agent, AGENT, { room: here.room }]],
    [
      'its message, by a monitor',
      () => [here.agent, ['user', 'livechat-monitor'], { room: here.room, messageId: failed._id }],
    ],
  ];

  test.each(listed)('cancel-listed does nothing for a press that names %s', async (_what, forged) => {
    const [client, roles, value] = forged();
    await withRoles(workbench, client.username, roles, () =>
      keepsWaiting(() => press(client, 'cancel-listed.0', { view: 'any', value })),
    );
  });

  test('cancel-kept ends the waiting of its own card, once', async () => {
    await press(here.agent, 'cancel-kept', { mid: card._id, rid: there.room, value: {} });
    await waitFor(async () => (await waiting()).length === 0);
    await keepsWaiting(() => press(here.agent, 'cancel-kept', { mid: card._id }));
    expect(await sent()).not.toContain('The tea is ready');
  });
});

describe('what administrators do', () => {
  /** Records that the app writes by itself: the progress of its jobs, templates, and later statuses. */
  const BY_ITSELF = ['claim', 'install', 'note', 'template-piece', 'template-stamp', 'templates', 'windows'];

  async function recordsOfPeople() {
    return (await workbench.records()).filter(({ data }) => !BY_ITSELF.includes(String(data['kind'])));
  }

  const ofAdmins = Object.entries(blockActions).flatMap(([id, { who }]) => (who === 'admin' ? [id] : []));

  test.each(ofAdmins)('%s is done for no agent, in a room and in a view', async (actionId) => {
    const value = { number, flow: 'connect', view: 'setup' };
    const told = here.agent.ephemeral.length;
    const before = await recordsOfPeople();
    await press(here.agent, actionId, { rid: here.room, value });
    expect(here.agent.ephemeral[told]?.msg).toContain('Only administrators and Omnichannel managers');
    await press(here.agent, actionId, { view: 'setup', value });
    expect(here.agent.modal.isOpen).toBe(false);
    expect(await recordsOfPeople()).toEqual(before);
  });

  test.each(['edit-number', 'disconnect-number', 'run-doctor'])('%s needs a connected number', async (actionId) => {
    const admin = await workbench.as('admin');
    const told = admin.ephemeral.length;
    await press(admin, actionId, { rid: here.room, value: { number: '4930901820' } });
    expect(admin.ephemeral[told]?.msg).toContain('+49 30 901820 is not connected any more');
  });

  test.each(Object.keys(subcommands).filter((name) => subcommands[name]?.who === 'admin'))(
    'the sub-command %s is done for no agent and no monitor',
    async (name) => {
      for (const role of ['livechat-agent', 'livechat-monitor']) {
        await withRoles(workbench, here.agent.username, ['user', role], async () => {
          const told = here.agent.ephemeral.length;
          await here.agent.runCommand(`/whatsapp-360d-cloud ${name}`, here.room);
          await waitFor(() => here.agent.ephemeral[told], { what: 'an answer' });
          expect(here.agent.ephemeral[told]?.msg).toContain('Only administrators and Omnichannel managers');
        });
      }
    },
  );
});
