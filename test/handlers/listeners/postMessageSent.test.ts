import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { postMessageSent } from '../../../src/handlers/entry/listeners/postMessageSent';
import { reportFailure } from '../../../src/handlers/outbound/failures/reportFailure';
import { sendAgentMessage } from '../../../src/handlers/outbound/agent/sendAgentMessage';
import { fakeHost } from '../../support/fakeHost';
import { notices, person, whatsappRoom } from '../../support/workspace';

jest.mock('../../../src/handlers/outbound/agent/sendAgentMessage', () => ({
  sendAgentMessage: jest.fn(async () => true),
}));
jest.mock('../../../src/handlers/outbound/failures/reportFailure', () => ({
  reportFailure: jest.fn(async () => undefined),
}));

const message = (facts: object = {}) =>
  ({ id: 'm', sender: person({ id: 'agent-id' }), text: 'Hello', room: whatsappRoom(), ...facts }) as IMessage;

describe('a message that was posted', () => {
  beforeEach(() => {
    jest.mocked(sendAgentMessage).mockClear();
    jest.mocked(reportFailure).mockClear();
  });
  const host = () => fakeHost({ read: notices().read }).host;

  test('goes out when an agent or another bot wrote it in a room of ours', async () => {
    await postMessageSent(host(), message());
    await postMessageSent(host(), message({ sender: person({ id: 'other-bot', type: 'bot' as never }) }));
    expect(sendAgentMessage).toHaveBeenCalledTimes(2);
  });

  test('stays when the app itself wrote it: it would come back to the customer for ever', async () => {
    await postMessageSent(host(), message({ sender: person({ id: 'bot-id' }) }));
    expect(sendAgentMessage).not.toHaveBeenCalled();
  });

  test('stays when it is the customer’s own, or in a room that is not ours', async () => {
    await postMessageSent(fakeHost().host, message({ token: 'visitor' }));
    await postMessageSent(fakeHost().host, message({ room: whatsappRoom({ source: { type: 'widget' } }) }));
    expect(sendAgentMessage).not.toHaveBeenCalled();
    expect(reportFailure).not.toHaveBeenCalled();
  });

  test('is told to have nobody to go to in a room that Rocket.Chat made by itself', async () => {
    await postMessageSent(host(), message({ room: whatsappRoom({ customFields: undefined }) }));
    expect(sendAgentMessage).not.toHaveBeenCalled();
    expect(reportFailure).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ roomId: 'room-id', text: 'Hello' }),
      expect.objectContaining({ key: 'errors:roomUnknown' }),
    );
  });
});
