import { readRefusal } from '../../../src/handlers/omnichannel/readRefusal';

test.each([
  [new Error('no-agent-online'), 'nobody-there'],
  [new Error('Sorry, no online agents [no-agent-online]'), 'nobody-there'],
  [new Error('error-omnichannel-is-disabled'), 'nobody-there'],
  ['error-contact-channel-blocked', 'blocked'],
  [new Error('error-room-closed'), 'room-closed'],
  [new Error('no database'), undefined],
  [undefined, undefined],
  [{}, undefined],
])('%s means %s', (error, meaning) => {
  expect(readRefusal(error)).toBe(meaning);
});
