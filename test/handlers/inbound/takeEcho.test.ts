import { sayInOpenRoom } from '../../../src/handlers/inbound/sayInOpenRoom';
import { takeEcho } from '../../../src/handlers/inbound/takeEcho';
import { findByWamid } from '../../../src/handlers/records/entries';
import { conversationTask, ofCustomer } from '../../support/conversationTask';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/sayInOpenRoom', () => ({ sayInOpenRoom: jest.fn(async () => undefined) }));

const echo = { ...ofCustomer, kind: 'echo', wamid: 'wamid.echo' } as const;
const content = { type: 'text', body: 'From the phone' } as const;

describe('what somebody of the business sent from the phone', () => {
  beforeEach(() => jest.mocked(sayInOpenRoom).mockClear());

  test('is seen by the agents once, and goes to the customer no second time', async () => {
    const { host, requests } = fakeHost();
    const task = await conversationTask<'echo'>(host, { ...echo, act: { type: 'message', content } });
    await takeEcho(task);
    await takeEcho(task);
    expect(sayInOpenRoom).toHaveBeenCalledTimes(1);
    expect(sayInOpenRoom).toHaveBeenCalledWith(host, expect.anything(), expect.stringContaining('From the phone'));
    expect(requests).toEqual([]);
    expect(await findByWamid(host, 'wamid.echo')).toMatchObject([{ kind: 'link', direction: 'out' }]);
  });

  test('and was then changed there is only remembered', async () => {
    const { host } = fakeHost();
    await takeEcho(await conversationTask<'echo'>(host, { ...echo, act: { type: 'revoke', target: 'wamid.x' } }));
    expect(sayInOpenRoom).not.toHaveBeenCalled();
    expect(await findByWamid(host, 'wamid.echo')).toMatchObject([{ kind: 'link' }]);
  });
});
