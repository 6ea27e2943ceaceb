import { readErrorText } from '../../../web/api/Api';

test.each([
  [{ success: false, error: 'Not allowed' }, 'Not allowed'],
  [{ status: 'error', message: 'You must be logged in' }, 'You must be logged in'],
  [{ error: { message: '(#100) Invalid parameter', code: 100 } }, '(#100) Invalid parameter'],
  [{ success: false }, undefined],
  ['Bad Gateway', undefined],
])('%j says %j', (body, text) => {
  expect(readErrorText(body)).toBe(text);
});
