import { renderFixture } from './support/renderFixture';
import { renderCallPermission } from '../../../src/handlers/messages/renderCallPermission';
import { english } from './support/english';

test('the answer says whether, and until when, the customer may be called', () => {
  expect(renderFixture('call-permission').text).toBe('📞 The customer allows you to call them until October 16, 2025.');
  expect(renderFixture('call-permission-refused').text).toBe('📞 The customer does not want to be called.');
  expect(renderCallPermission({ type: 'call-permission', isGranted: true }, english).text).toBe(
    '📞 The customer allows you to call them.',
  );
});
