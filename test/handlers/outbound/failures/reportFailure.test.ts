import { AppError } from '../../../../src/handlers/core/errors/AppError';
import { reportFailure } from '../../../../src/handlers/outbound/failures/reportFailure';
import { expectWellDrawn, nodesOf } from '../../../support/screens';
import { fakeHost } from '../../../support/fakeHost';
import { postings, whatsappRoom } from '../../../support/workspace';

const closed = new AppError({ kind: 'refused', retry: 'no', key: 'errors:windowClosed' });
const message = { id: 'message-id', text: 'Hello   there' };
const whose = { number: '551155550100', customer: '5511955550111' };
const where = { ...whose, roomId: 'room-id', messageId: 'message-id' };

describe('a message that failed', () => {
  test('is told in its room, with the reason, the advice and a button', async () => {
    const { posted, modify, read } = postings([whatsappRoom()], [message]);
    await reportFailure(fakeHost({ modify, read }).host, where, closed);
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatchObject({
      room: 'room-id',
      sender: 'bot-id',
      text: expect.stringContaining('“Hello there”'),
    });
    expectWellDrawn(posted[0]?.blocks ?? []);
    expect(nodesOf(posted[0]?.blocks).some(({ value }) => value === 'keep-message')).toBe(true);
  });

  test('has no button when there is no message to send again', async () => {
    const { posted, modify, read } = postings([whatsappRoom()]);
    await reportFailure(fakeHost({ modify, read }).host, { ...whose, roomId: 'room-id', text: 'Welcome' }, closed);
    expect(posted[0]?.text).toContain('“Welcome”');
    expect(nodesOf(posted[0]?.blocks).some(({ value }) => value === 'send-again')).toBe(false);
  });

  test('is repeated only so far that it is known again, and never cut within a character', async () => {
    const { posted, modify, read } = postings([whatsappRoom()], [{ ...message, text: '😀'.repeat(200) }]);
    await reportFailure(fakeHost({ modify, read }).host, where, closed);
    expect(posted[0]?.text).toContain(`“${'😀'.repeat(59)}…”`);
  });

  test('of a bug of ours is told without its inner words', async () => {
    const { posted, modify, read } = postings([whatsappRoom()], [message]);
    const { host, log } = fakeHost({ modify, read });
    await reportFailure(host, where, new TypeError('x is not a function'));
    expect(posted).toHaveLength(1);
    expect(posted[0]?.text).not.toContain('x is not a function');
    expect(log.join()).toContain('x is not a function');
  });
});
