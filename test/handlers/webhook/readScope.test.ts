import { readScope } from '../../../src/handlers/webhook/readScope';

describe('what the items of a change have in common', () => {
  test.each([
    ['digits', '573001112233', '573001112233'],
    ['with a plus and blanks', '+1 555 010-0000', '15550100000'],
    ['with hyphens', '1-555-010-0000', '15550100000'],
    ['no digits', 'PHONE_NUMBER', undefined],
    ['empty', '', undefined],
  ])('has the display number %s as digits', (_what, display, digits) => {
    const value = { metadata: { display_phone_number: display, phone_number_id: '1' } };
    expect(readScope({ field: 'messages', value, at: '' }).number).toEqual({
      phoneNumberId: '1',
      displayNumber: digits,
    });
  });

  test('finds the number of an account change beside the metadata', () => {
    const value = { display_phone_number: '49 30', metadata: null };
    expect(readScope({ field: 'phone_number_quality_update', value, at: '' }).number.displayNumber).toBe('4930');
  });
});
