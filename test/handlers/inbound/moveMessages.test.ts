import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import { moveMessages } from '../../../src/handlers/inbound/repair/moveMessages';
import { fakeHost } from '../../support/fakeHost';
import { conversation } from '../../support/records';
import { whatsappRoom } from '../../support/workspace';
import { roomParts } from './media/support';

const by = conversation().visitor.id;
const into = whatsappRoom({ id: 'proper' }) as ILivechatRoom;
const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 10, 0, second));
const wrote = (id: string, second: number, facts: object = {}) =>
  ({ id, createdAt: at(second), sender: { _id: conversation().visitor.id }, ...facts }) as unknown as IMessageRaw;
const picture = { file: { _id: 'f', name: 'bread.png' }, attachments: [{ title: { value: 'bread.png', link: '/f' } }] };

/** A workspace in whose proper room these messages stand already, and what comes into it. */
function workspace(there: IMessageRaw[] = [], { size = 5, refusal }: { size?: number; refusal?: Error } = {}) {
  const { lines, state, modify, read } = roomParts({ open: [into] });
  state.refusal = refusal;
  const rooms = read.getRoomReader?.();
  const getMessages = async (room: string, options: object) => [
    ...there,
    ...((await rooms?.getMessages(room, { limit: 25, ...options })) ?? []),
  ];
  const getById = async (id: string) => ({ id, size });
  const getBuffer = async ({ id }: { id: string }) => Buffer.from(`bytes of ${id}`);
  const fake = fakeHost({
    modify,
    read: {
      ...read,
      getRoomReader: () => ({ ...rooms, getMessages }),
      getUploadReader: () => ({ getById, getBuffer }),
    } as never,
  });
  return { ...fake, lines };
}

describe('what a customer wrote in another room', () => {
  beforeEach(() => jest.useFakeTimers({ now: at(10), doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] }));
  afterEach(() => jest.useRealTimers());

  test('is posted again with its time and its attachments; what others wrote stays', async () => {
    const { host, lines } = workspace();
    const card = { title: { value: 'An offer' } };
    const from = [wrote('1', 1, { text: 'Hello', attachments: [card, { text: 'quoted', timestampLink: 'x' }] })];
    from.push({ ...wrote('2', 2, { text: 'Welcome' }), sender: { _id: 'bot' } as never });
    await moveMessages(host, conversation(), { from, by, into, resumed: false });
    expect(lines).toMatchObject([{ by: 'customer', text: 'Hello', createdAt: at(1), attachments: [card] }]);
    expect(lines[0]?.attachments).toHaveLength(1);
  });

  test('is a file that is stored anew', async () => {
    const { host, lines } = workspace();
    await moveMessages(host, conversation(), { from: [wrote('1', 1, picture)], by, into, resumed: false });
    expect(lines).toMatchObject([{ file: { name: 'bread.png' }, bytes: Buffer.from('bytes of f') }]);
  });

  test.each([
    ['Rocket.Chat does not take it again', 5, 'uploads are off'],
    ['the engine cannot carry it', 100 * 1024 * 1024, 'too many'],
  ])('is a link to the file where %s', async (_where, size, reason) => {
    const { host, log, lines } = workspace([], { size, refusal: new Error('uploads are off') });
    await moveMessages(host, conversation(), { from: [wrote('1', 1, picture)], by, into, resumed: false });
    expect(lines).toMatchObject([{ attachments: picture.attachments }]);
    expect(log.join()).toContain(reason);
  });

  test('is not posted twice when a crash came half-way', async () => {
    const from = [wrote('1', 1, { text: 'Hello' }), wrote('2', 2, { text: 'Hello' }), wrote('3', 3, picture)];
    const there = [wrote('moved 1', 1, { text: 'Hello' }), wrote('moved 3', 9, picture)];
    const crashed = workspace(there);
    await moveMessages(crashed.host, conversation(), { from, by, into, resumed: true });
    expect(crashed.lines).toMatchObject([{ text: 'Hello' }]);
    const anew = workspace(there);
    await moveMessages(anew.host, conversation(), { from, by, into, resumed: false });
    expect(anew.lines).toMatchObject([{ text: 'Hello' }, { text: 'Hello' }, { file: { name: 'bread.png' } }]);
  });

  test('that is late by now stands at the moment of its move, says when it was written, and is known again', async () => {
    const now = at(10).getTime() + 10 * 60_000;
    jest.setSystemTime(now);
    const { host, lines } = workspace();
    const from = [wrote('1', 1, { text: 'Hello' }), wrote('2', 2, picture)];
    await moveMessages(host, conversation(), { from, by, into, resumed: false });
    const said = (second: number) => ({ text: expect.stringContaining(`10:00:0${second}`) as string });
    expect(lines).toMatchObject([
      { text: 'Hello', createdAt: new Date(now), attachments: [said(1)] },
      { file: { name: 'bread.png' } },
      // Nothing can be put below a file.
      { text: '', attachments: [said(2)] },
    ]);
    const moved = wrote('moved', 30, { text: 'Hello', attachments: lines[0]?.attachments });
    const again = [...from.slice(0, 1), wrote('3', 1, { text: 'Hello' })];
    const resumed = workspace([moved]);
    await moveMessages(resumed.host, conversation(), { from: again, by, into, resumed: true });
    expect(resumed.lines).toMatchObject([{ text: 'Hello' }]);
    // One that was late before it was moved says so already.
    const twice = workspace();
    await moveMessages(twice.host, conversation(), { from: [moved], by, into, resumed: false });
    expect(twice.lines).toMatchObject([{ attachments: lines[0]?.attachments }]);
    expect(twice.lines[0]?.attachments).toHaveLength(1);
  });
});
