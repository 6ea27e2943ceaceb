import {
  formatPhone,
  phoneVariants,
  readPhoneNumber,
  sameCustomer,
  showCustomer,
} from '../../../src/handlers/whatsapp/phoneNumbers';

test.each([
  ['5511987654321', '+55 11 98765 4321'],
  ['+5511987654321', '+55 11 98765 4321'],
  ['5215512345678', '+52 55 1234 5678'],
  ['15550934873', '+1 555 093 4873'],
  ['999123', '+999123'],
  ['1', '+1'],
  ['US.13491208655302741918', 'US.13491208655302741918'],
  ['', ''],
])('%s is shown as %s', (digits, shown) => {
  expect(formatPhone(digits)).toBe(shown);
});

test.each([
  ['5511955550111', '+55 11 95555 0111'],
  ['US.13491208655302741918', 'US.13491208655302741918'],
  ['5511955550111~1795300000000', '+55 11 95555 0111'],
])('%s is shown as %s', (id, expected) => {
  expect(showCustomer(id)).toBe(expected);
});

describe('phoneVariants', () => {
  test.each([
    ['a Brazilian mobile', '5511987654321', '551187654321'],
    ['a Mexican mobile', '5215512345678', '525512345678'],
    ['an Argentinian mobile', '5491123456789', '541123456789'],
  ])('knows both spellings of %s', (_case, a, b) => {
    expect(phoneVariants(a)).toEqual([a, b]);
    expect(phoneVariants(b)).toEqual([b, a]);
    expect(phoneVariants(`+${a}`)).toEqual([a, b]);
  });

  test.each([
    ['a Brazilian landline', '551133334444'],
    ['a Brazilian mobile whose short form would be a landline', '5511933334444'],
    ['a number of another country', '4915112345678'],
    ['a number that only begins alike', '52155'],
    ['a business-scoped id', 'BR.5511987654321'],
  ])('has one spelling of %s', (_case, waId) => {
    expect(phoneVariants(waId)).toEqual([waId]);
  });
});

test.each([
  ['5511987654321', '551187654321', true],
  ['551187654321', '+5511987654321', true],
  ['525512345678', '5215512345678', true],
  ['541123456789', '5491123456789', true],
  ['5511987654321', '5511987654321', true],
  ['5511987654321', '5511987654322', false],
  ['551133334444', '5511933334444', false],
  ['US.1', 'US.1', true],
  ['US.1', 'US.2', false],
])('%s and %s are the same customer: %s', (a, b, same) => {
  expect(sameCustomer(a, b)).toBe(same);
  expect(sameCustomer(b, a)).toBe(same);
});

describe('readPhoneNumber', () => {
  test.each([
    ["the guide's bare digits", '551234567890', '551234567890', '+55 12 3456 7890'],
    ['a plus', '+5511987654321', '5511987654321', '+55 11 98765 4321'],
    ['a plus and blanks', ' +55 11 98765-4321 ', '5511987654321', '+55 11 98765 4321'],
    ['two noughts', '0055 11 98765 4321', '5511987654321', '+55 11 98765 4321'],
    ['brackets and dots', '+1 (415) 555.2671', '14155552671', '+1 415 555 2671'],
    ['a bracketed nought', '+44 (0)20 7946 0958', '442079460958', '+44 20 7946 0958'],
    ['blanks that do not break', '+49\u00a030\u00a0901820', '4930901820', '+49 30 901820'],
    ['invisible marks of a copied contact', '\u202a+49 30 901820\u202c', '4930901820', '+49 30 901820'],
    ['other digits', '+٥٥١١٩٨٧٦٥٤٣٢١', '5511987654321', '+55 11 98765 4321'],
    ['a wide plus', '＋5511987654321', '5511987654321', '+55 11 98765 4321'],
    ["Meta's test numbers", '+1 555-093-4873', '15550934873', '+1 555 093 4873'],
    ['an Italian nought', '+39 06 1234 5678', '390612345678', '+39 06 1234 5678'],
    ['a Mexican mobile of old', '5215512345678', '5215512345678', '+52 55 1234 5678'],
    ['a Brazilian mobile of old', '551187654321', '551187654321', '+55 1187654321'],
    ['an Argentinian mobile as dialled at home', '+54 11 15 2345 6789', '5491123456789', '+54 9 11 2345 6789'],
  ])('reads %s', (_case, text, digits, international) => {
    expect(readPhoneNumber(text)).toEqual({ ok: true, value: { digits, international } });
  });

  test.each([
    ['(11) 98765-4321', 'BR', '5511987654321'],
    ['011 5555-0100', 'BR', '551155550100'],
    ['030 901820', 'DE', '4930901820'],
    ['+1 415 555 2671', 'BR', '14155552671'],
    ['551234567890', 'DE', '551234567890'],
  ] as const)('reads %s as in %s', (text, country, digits) => {
    expect(readPhoneNumber(text, country)).toMatchObject({ ok: true, value: { digits } });
  });

  test.each([
    ['', 'errors:phoneMissing'],
    ['\u200e ', 'errors:phoneMissing'],
    ['sales team', 'errors:phoneMalformed'],
    ['+55 11 98765-4321 ext 5', 'errors:phoneMalformed'],
    ['1-800-FLOWERS', 'errors:phoneMalformed'],
    ['-', 'errors:phoneMalformed'],
    ['+55 11', 'errors:phoneTooShort'],
    ['030 901820', 'errors:phoneCountryUnknown'],
    ['+999 123 456 789', 'errors:phoneCountryUnknown'],
    ['+49 30 90182012345678901', 'errors:phoneTooLong'],
    ['+5511987654321, +5511987654322', 'errors:phoneMalformed'],
  ])('refuses "%s": %s', (text, key) => {
    expect(readPhoneNumber(text)).toMatchObject({ ok: false, error: { key } });
  });
});
