import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { moveBareRoom } from '../../../src/handlers/inbound/repair/moveBareRoom';
import { roomStarted } from '../../../src/handlers/entry/listeners/roomStarted';
import { fakeHost } from '../../support/fakeHost';
import { whatsappRoom } from '../../support/workspace';

jest.mock('../../../src/handlers/inbound/repair/moveBareRoom', () => ({
  moveBareRoom: jest.fn(async () => undefined),
}));

test.each([
  ['that is bare is put right', { customFields: undefined }, 1],
  ['that we made with its number is left', {}, 0],
  ['of another app is left', { source: { type: 'app', id: 'other' }, customFields: undefined }, 0],
  ['of the widget is left', { source: { type: 'widget', id: 'app-id' }, customFields: undefined }, 0],
  ['without a source is left', { source: undefined, customFields: undefined }, 0],
])('a room %s', async (_what, facts, times) => {
  jest.mocked(moveBareRoom).mockClear();
  await roomStarted(fakeHost().host, whatsappRoom(facts) as ILivechatRoom);
  expect(moveBareRoom).toHaveBeenCalledTimes(times);
});
