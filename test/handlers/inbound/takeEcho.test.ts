import { sayOrKeep } from '../../../src/handlers/inbound/notices/sayOrKeep';
import { takeEcho } from '../../../src/handlers/inbound/messages/takeEcho';
import { findByWamid } from '../../../src/handlers/core/records/entries';
import { conversationTask, ofCustomer } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/notices/sayOrKeep', () => ({ sayOrKeep: jest.fn(async () => undefined) }));

const echo = { ...ofCustomer, kind: 'echo', wamid: 'wamid.echo' } as const;
const content = { type: 'text', body: 'From the phone' } as const;

describe('what somebody of the business sent from the phone', () => {
  beforeEach(() => jest.mocked(sayOrKeep).mockClear());

  test('is seen by the agents once, and goes to the customer no second time', async () => {
    const { host, requests } = fakeHost();
    const task = await conversationTask<'echo'>(host, { ...echo, act: { type: 'message', content } });
    await takeEcho(task);
    await takeEcho(task);
    expect(sayOrKeep).toHaveBeenCalledTimes(1);
    expect(sayOrKeep).toHaveBeenCalledWith(host, expect.anything(), {
      text: expect.stringContaining('From the phone'),
      wamid: 'wamid.echo',
      at: ofCustomer.timestamp,
      begunAt: undefined,
    });
    expect(requests).toEqual([]);
    expect(await findByWamid(host, 'wamid.echo')).toMatchObject([{ kind: 'link', direction: 'out' }]);
  });

  test('and was then deleted there is told too', async () => {
    const { host } = fakeHost();
    await takeEcho(await conversationTask<'echo'>(host, { ...echo, act: { type: 'revoke', target: 'wamid.x' } }));
    const [, , news] = jest.mocked(sayOrKeep).mock.calls[0] ?? [];
    expect(news?.text).toContain('deleted');
  });

  test('a reaction that was taken away there is told too', async () => {
    const { host } = fakeHost();
    const act = { type: 'reaction', target: 'wamid.x', emoji: null } as const;
    await takeEcho(await conversationTask<'echo'>(host, { ...echo, act }));
    const [, , news] = jest.mocked(sayOrKeep).mock.calls[0] ?? [];
    expect(news?.text).toContain('removed');
    expect(await findByWamid(host, 'wamid.echo')).toMatchObject([{ kind: 'link' }]);
  });
});
