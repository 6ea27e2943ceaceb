import { isClosed } from '../../../src/handlers/omnichannel/findOpenRoom';
import { whatsappRoom } from '../../support/whatsappRoom';

test.each([
  ['that says so', { isOpen: false }, true],
  ['that does not say that it is open', { isOpen: undefined }, true],
  ['that the wire says nothing of', { isOpen: null }, true],
  ['that is open', { isOpen: true }, false],
  ['of another kind, which never says', { type: 'p', isOpen: undefined }, false],
])('a room %s is closed or not', (_what, facts, closed) => {
  expect(isClosed(whatsappRoom(facts))).toBe(closed);
});
