import { readUploadRefusal } from '../../../src/handlers/media/readUploadRefusal';

test.each([
  ['File type is not accepted [error-invalid-file-type]', 'media:workspaceType'],
  ['File exceeds allowed size of 1 MB [error-file-too-large]', 'media:workspaceTooLarge'],
  ['error-file-upload-disabled', 'media:workspaceOff'],
  ['File upload is disabled', 'media:workspaceOff'],
])('%s is final', (text, key) => {
  expect(readUploadRefusal(new Error(text))).toEqual({ key });
});

test.each([new Error('ECONNREFUSED'), new Error(''), 'nonsense', undefined])('%s may pass', (error) => {
  expect(readUploadRefusal(error)).toBeUndefined();
});
