import { isBareRoom } from '../../../src/handlers/omnichannel/isBareRoom';
import { whatsappRoom } from '../../support/whatsappRoom';

test.each([
  ['made by Rocket.Chat for us', { customFields: undefined }, true],
  ['made by us', {}, false],
  ['of another app', { source: { type: 'app', id: 'other' }, customFields: undefined }, false],
  ['of another channel', { source: { type: 'widget' }, customFields: undefined }, false],
  ['without a source', { source: undefined, customFields: undefined }, false],
])('a room %s tells whose it is, or not', (_what, facts, bare) => {
  expect(isBareRoom(whatsappRoom(facts), 'app-id')).toBe(bare);
  expect(isBareRoom(undefined, 'app-id')).toBe(false);
});
