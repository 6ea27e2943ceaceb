import { readUploadAnswer } from '../../../src/handlers/media/readUploadAnswer';

const read = (status: number, body: unknown) =>
  readUploadAnswer(status, typeof body === 'string' ? body : JSON.stringify(body));

test('a message is a file that was posted', () => {
  const message = { success: true, _id: 'm1', ts: '2026-11-26T10:00:00.000Z', rid: 'r1', newRoom: false };
  const file = { messageId: 'm1', storedAt: Date.UTC(2026, 10, 26, 10) };
  expect(read(200, message)).toEqual({ kind: 'posted', file });
});

test.each([
  ['false', 'false'],
  ['a page', '<html>'],
  ['nothing', ''],
  ['a message without a time', { _id: 'm1' }],
  ['a time that is none', { _id: 'm1', ts: 'soon' }],
])('%s instead of a message leaves it open', (_what, body) => {
  expect(read(200, body)).toEqual({ kind: 'uncertain', why: 'HTTP 200 without a message' });
});

test.each([
  [{ reason: 'error-type-not-allowed' }, 'media:workspaceType'],
  [{ reason: 'error-size-not-allowed', sizeAllowed: '10 MB' }, 'media:workspaceTooLarge'],
  [{ error: 'File size exceeds the allowed limit [error-file-too-large]' }, 'media:workspaceTooLarge'],
  [{ error: 'File type is not accepted', errorType: 'error-invalid-file-type' }, 'media:workspaceType'],
])('%j is final', (body, key) => {
  expect(read(400, { success: false, ...body })).toEqual({ kind: 'refused', problem: { key } });
});

test.each([
  [400, { success: false, reason: 'error-file-upload-disabled' }, 'HTTP 400 error-file-upload-disabled'],
  [400, { success: false, error: 'error-file-upload-disabled' }, 'HTTP 400 error-file-upload-disabled'],
  [403, { success: false, error: 'forbidden' }, 'HTTP 403 forbidden'],
  [429, { error: 'too many [error-too-many-requests]' }, 'HTTP 429 too many [error-too-many-requests]'],
  [301, '', 'HTTP 301'],
  [404, '<html>Not Found</html>', 'HTTP 404'],
  [413, 'error-file-too-large, says the proxy', 'HTTP 413'],
])('%d %j: it was not taken, another way may do', (status, body, why) => {
  expect(read(status, body)).toEqual({ kind: 'not-taken', why });
});

test.each([
  [500, false],
  [502, false],
  [408, true],
  [504, true],
])('%d leaves it open; whether the server may still be at it: %s', (status, underWay) => {
  expect(read(status, '')).toEqual({ kind: 'uncertain', why: `HTTP ${status}`, underWay });
});
