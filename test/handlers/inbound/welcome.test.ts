import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { Arrival } from '../../../src/handlers/inbound/messages/putIntoRoom';
import { welcome } from '../../../src/handlers/inbound/messages/welcome';
import { aboutText } from '../../../src/handlers/outbound/sendAutomaticText';
import { storeEntry } from '../../../src/handlers/core/records/entries';
import { connectedNumber, conversation, outboxEntry } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/events';
import { postings, whatsappRoom } from '../../support/workspace';

const at = Date.UTC(2026, 10, 22, 10);
const room = (createdAt: number) => whatsappRoom({ createdAt: new Date(createdAt) }) as ILivechatRoom;
const arrival = (facts: Partial<Arrival> = {}): Arrival => ({
  number: connectedNumber({ welcomeMessage: 'Welcome' }),
  conversation: conversation(),
  event: messageEvent(),
  at,
  receivedAt: at,
  ...facts,
});

/** A workspace whose WhatsApp takes texts, and how many were sent when all that waits is through. */
function workspace() {
  const replies = ['1', '2'].map((id) => ({ json: { messages: [{ id: `wamid.${id}` }] } }));
  const { modify, read } = postings([whatsappRoom()]);
  const { host, requests } = fakeHost({ modify, read, replies });
  const through = (act = async () => undefined) => host.memory.sendQueue.take(conversation(), Date.now(), act);
  const sent = async () => {
    await through();
    return requests.length;
  };
  return { host, sent, through };
}

describe('the welcome text', () => {
  test('goes to whoever opens a conversation, and only where there is one', async () => {
    const { host, sent } = workspace();
    await welcome(host, arrival(), { room: room(at), isNew: true });
    expect(await sent()).toBe(1);
    await welcome(host, arrival(), { room: room(at), isNew: false });
    await welcome(host, arrival({ number: connectedNumber() }), { room: room(at), isNew: true });
    expect(await sent()).toBe(1);
  });

  test('goes out after a crash between the room and the text, unless it was begun', async () => {
    const resumed = arrival({ resumed: true });
    const { host, sent } = workspace();
    await welcome(host, resumed, { room: room(at + 1_000), isNew: false });
    expect(await sent()).toBe(1);
    const begun = workspace();
    await storeEntry(begun.host, outboxEntry({ about: aboutText('welcome', 'room-id') }));
    await welcome(begun.host, resumed, { room: room(at + 1_000), isNew: false });
    expect(await begun.sent()).toBe(0);
  });

  test('is not sent again while it waits for what is sent before it', async () => {
    const { host, sent, through } = workspace();
    let letOn: () => void = () => undefined;
    const before = new Promise<undefined>((resolve) => (letOn = () => resolve(undefined)));
    void through(() => before);
    await welcome(host, arrival(), { room: room(at), isNew: true });
    await welcome(host, arrival({ resumed: true }), { room: room(at + 1_000), isNew: false });
    letOn();
    expect(await sent()).toBe(1);
  });

  test('does not come in the middle of a conversation that is older than the message', async () => {
    const { host, sent } = workspace();
    await welcome(host, arrival({ resumed: true }), { room: room(at - 3_600_000), isNew: false });
    expect(await sent()).toBe(0);
  });
});
