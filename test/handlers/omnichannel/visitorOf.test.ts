import { visitorOf } from '../../../src/handlers/omnichannel/visitorOf';
import { conversation } from '../../support/conversation';

test('the visitor has the phone', () => {
  expect(visitorOf(conversation())).toEqual({
    ...conversation().visitor,
    phone: [{ phoneNumber: '+5511955550111' }],
  });
});

test('a customer without a phone has none', () => {
  expect(visitorOf(conversation({ waId: undefined })).phone).toEqual([]);
});
