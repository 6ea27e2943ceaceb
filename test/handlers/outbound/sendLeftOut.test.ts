import { sendAutomaticText } from '../../../src/handlers/outbound/sendAutomaticText';
import { sendLeftOut } from '../../../src/handlers/inbound/held/sendLeftOut';
import { saveConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { file, storeEntry } from '../../../src/handlers/core/records/entries';
import { storeHeld } from '../../../src/handlers/inbound/held/held';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { connectedNumber, conversation, outboxEntry } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { messageEvent } from '../../support/events';

jest.mock('../../../src/handlers/outbound/sendAutomaticText', () => ({
  ...jest.requireActual<object>('../../../src/handlers/outbound/sendAutomaticText'),
  sendAutomaticText: jest.fn(),
}));

const HOUR = 3_600_000;
const since = Date.UTC(2026, 10, 22, 10);
const noted = since + 5_000;
const about = 'offline 5511955550111';

/** A workspace with a customer who waits, and what is known of the sending. */
async function workspace({ offlineSentAt = noted, sends = [] as object[], offlineMessage = 'We are closed' } = {}) {
  const { host } = fakeHost();
  await saveNumber(host, connectedNumber({ offlineMessage: offlineMessage || undefined }));
  const { number, customer } = conversation();
  await saveConversation(host, conversation({ holding: true, offlineSentAt }));
  for (const wamid of ['w1', 'w2']) {
    const event = messageEvent({ wamid });
    await storeHeld(host, { ...file(noted, wamid), kind: 'held', wamid, number, customer, at: 1, event });
  }
  for (const facts of sends) await storeEntry(host, outboxEntry({ about, ...facts }));
  return host;
}

describe('the offline text that was about to go out', () => {
  beforeEach(() => jest.mocked(sendAutomaticText).mockReset());

  test('is sent once after a crash, where nothing of its sending is known', async () => {
    await sendLeftOut(await workspace(), since);
    expect(jest.mocked(sendAutomaticText).mock.calls).toEqual([
      [expect.anything(), expect.objectContaining({ kind: 'offline', text: 'We are closed', shown: false })],
    ]);
  });

  test('counts only at this number, and since then', async () => {
    const sends = [{ ...file(noted), number: '1' }, file(noted - 7 * HOUR)];
    await sendLeftOut(await workspace({ sends }), since);
    expect(sendAutomaticText).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['was begun', { sends: [file(noted + 100)] }],
    ['is of before', { offlineSentAt: since - 1 }],
    ['is none any more', { offlineMessage: '' }],
  ])('is left alone when it %s', async (_what, facts) => {
    await sendLeftOut(await workspace(facts), since);
    expect(sendAutomaticText).not.toHaveBeenCalled();
  });
});
