import { readErrors } from '../../../src/handlers/webhook/readErrors';

describe('errors of a webhook', () => {
  test.each([
    ['details in error_data', { code: 1, error_data: { details: 'why' } }, { code: 1, details: 'why' }],
    ['details beside it, as in old bodies', { code: '2', details: 'why' }, { code: 2, details: 'why' }],
    ['only a title', { title: 'No' }, { title: 'No' }],
    ['nothing readable', { code: {}, title: [] }, {}],
  ])('may have %s', (_what, error, read) => {
    expect(readErrors([error])).toEqual([read]);
  });

  test('may be one without its list, or none', () => {
    expect(readErrors({ code: 3 })).toEqual([{ code: 3 }]);
    expect(readErrors('broken')).toEqual([]);
    expect(readErrors(undefined)).toEqual([]);
  });
});
