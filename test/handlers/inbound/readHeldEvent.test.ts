import { readHeldEvent } from '../../../src/handlers/inbound/readHeldEvent';
import { messageEvent } from '../../support/messageEvent';

test('a stored event is the one that its webhook was read into', () => {
  const event = messageEvent();
  expect(readHeldEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
});
