import { readStatusError } from '../../../src/handlers/dialog360/readStatusError';

describe('readStatusError', () => {
  test.each([
    [
      'as Meta sends it',
      [
        {
          code: 131047,
          title: 'Re-engagement',
          message: 'm',
          error_data: { details: 'More than 24 hours' },
          href: 'h',
        },
      ],
      { key: 'errors:windowClosed', code: 131047, params: { details: 'More than 24 hours', code: 131047 } },
    ],
    ['with a title only', [{ code: 131049, title: 'Not delivered' }], { key: 'errors:marketingHeldBack' }],
    ['with details beside the code', [{ code: 131053, details: 'Bad file' }], { params: { details: 'Bad file' } }],
    ['with a code as text', [{ code: '131026', title: 't' }], { key: 'errors:undeliverable', code: 131026 }],
    ['of several, the first with a code', [{ title: 'a' }, { code: 131050 }], { key: 'errors:marketingStopped' }],
    ['with a title and no code', [{ title: 'Strange' }], { key: 'errors:refused', params: { details: 'Strange' } }],
    ['with a code nobody knows', [{ code: 99, title: 'New' }], { key: 'errors:refused', code: 99 }],
  ])('reads an error %s', (_case, errors, expected) => {
    expect(readStatusError(errors)).toMatchObject(expected);
  });

  test.each([[[]], [undefined], [null], ['text'], [[null, 'x', {}]]])('is never silent about %j', (errors) => {
    expect(readStatusError(errors)).toMatchObject({ key: 'errors:failedWithoutReason', kind: 'refused' });
  });
});
