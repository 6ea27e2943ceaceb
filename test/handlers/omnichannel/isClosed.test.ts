import { isClosed } from '../../../src/handlers/omnichannel/isClosed';
import { whatsappRoom } from '../../support/whatsappRoom';

test('only a room that says so is closed: rooms of other kinds do not say', () => {
  expect(isClosed(whatsappRoom({ isOpen: false }))).toBe(true);
  expect(isClosed(whatsappRoom({ isOpen: true }))).toBe(false);
  expect(isClosed(whatsappRoom({ isOpen: undefined }))).toBe(false);
});
