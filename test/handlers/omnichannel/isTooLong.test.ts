import { isTooLong } from '../../../src/handlers/omnichannel/isTooLong';

test.each([
  [true, new Error('Message size exceeds Message_MaxAllowedSize [error-message-size-exceeded]')],
  [true, new Error('error-message-size-exceeded')],
  [true, 'Message is too long'],
  [false, new Error('error-room-closed')],
  [false, undefined],
])('it is %s that a text is too long, by %s', (outcome, error) => {
  expect(isTooLong(error)).toBe(outcome);
});
