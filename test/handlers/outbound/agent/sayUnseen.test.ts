import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { postMessageDeleted } from '../../../../src/handlers/entry/listeners/postMessageDeleted';
import { postMessageUpdated } from '../../../../src/handlers/entry/listeners/postMessageUpdated';
import { sayUnseen } from '../../../../src/handlers/outbound/agent/sayUnseen';
import { file, storeEntry } from '../../../../src/handlers/core/records/entries';
import { fakeHost } from '../../../support/fakeHost';
import { person } from '../../../support/person';
import { postings } from '../../../support/postings';
import { whatsappRoom } from '../../../support/whatsappRoom';

const message = (facts: object = {}) =>
  ({
    id: 'm',
    text: 'We open at eight',
    sender: person({ id: 'agent-id' }),
    room: whatsappRoom(),
    ...facts,
  }) as IMessage;

async function workspace(delivery?: string) {
  const { posted, modify, read } = postings([whatsappRoom()]);
  const { host } = fakeHost({ modify, read });
  const link = { kind: 'link', direction: 'out', number: '1', customer: '2', about: 'm', delivery } as const;
  if (delivery) await storeEntry(host, { ...link, ...file(Date.now(), 'wamid.1') });
  return { host, posted };
}

describe('what was done to a message', () => {
  test('that WhatsApp has is told to be unseen, once for an edit and once for the deletion', async () => {
    const { host, posted } = await workspace('read');
    await Promise.all([postMessageUpdated(host, message()), postMessageUpdated(host, message())]);
    await postMessageDeleted(host, message());
    await postMessageDeleted(host, message());
    expect(posted.map(({ text }) => text)).toEqual([
      expect.stringContaining('does not see this change'),
      expect.stringContaining('was deleted here only'),
    ]);
    for (const { text } of posted) expect(text).toContain('“We open at eight”');
  });

  test.each([
    ['was never sent', undefined, {}],
    ['failed', 'failed', {}],
    ['is the app’s own', 'read', { sender: person({ id: 'bot-id' }) }],
    ['stands in a closed conversation', 'read', { room: whatsappRoom({ isOpen: false }) }],
  ])('that %s is nothing to tell', async (_what, delivery, facts) => {
    const { host, posted } = await workspace(delivery);
    await sayUnseen(host, message(facts), 'delivery:editUnseen');
    expect(posted).toEqual([]);
  });
});
