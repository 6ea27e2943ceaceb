import { openDirectRoom } from '../../../../src/handlers/omnichannel/openDirectRoom';
import { reportElsewhere } from '../../../../src/handlers/outbound/failures/reportElsewhere';
import { warnAdmins } from '../../../../src/handlers/numbers/warnings/warnAdmins';
import { fakeHost } from '../../../support/fakeHost';
import { person, postings, whatsappRoom } from '../../../support/workspace';

jest.mock('../../../../src/handlers/numbers/warnings/warnAdmins', () => ({
  warnAdmins: jest.fn(async () => undefined),
}));
jest.mock('../../../../src/handlers/omnichannel/openDirectRoom', () => ({ openDirectRoom: jest.fn() }));

const undelivered = { number: '551155550100', customer: '5511955550111' };
const failure = { excerpt: 'Good night', reason: 'The customer is gone.' };

describe('a failure of a conversation that is closed', () => {
  beforeEach(() => {
    jest.mocked(warnAdmins).mockClear();
    jest
      .mocked(openDirectRoom)
      .mockReset()
      .mockResolvedValue(whatsappRoom({ id: 'direct' }));
  });

  test('is told to the agent who wrote, with whom and what it is about', async () => {
    const { posted, modify, read } = postings([]);
    const agent = person({ id: 'agent-id' });
    const { host } = fakeHost({ modify, read });
    await reportElsewhere(host, undelivered, { ...failure, sender: agent });
    expect(openDirectRoom).toHaveBeenCalledWith(host, agent);
    expect(posted).toMatchObject([{ room: 'direct', sender: 'bot-id' }]);
    for (const part of ['Good night', '+55 11 5555 0100', '+55 11 95555 0111', 'The customer is gone.']) {
      expect(posted[0]?.text).toContain(part);
    }
    expect(warnAdmins).not.toHaveBeenCalled();
  });

  test.each([undefined, person({ type: 'bot' as never })])(
    'is told to the admins where nobody wrote it',
    async (sender) => {
      const { host } = fakeHost();
      await reportElsewhere(host, { ...undelivered, customer: 'US.1234' }, { ...failure, sender });
      expect(openDirectRoom).not.toHaveBeenCalled();
      expect(warnAdmins).toHaveBeenCalledWith(
        host,
        expect.stringContaining('551155550100'),
        'delivery:failedElsewhere',
        expect.objectContaining({ customer: 'US.1234', excerpt: 'Good night' }),
      );
    },
  );
});
