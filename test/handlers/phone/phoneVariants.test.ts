import { phoneVariants } from '../../../src/handlers/phone/phoneVariants';

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
