import { typeOfFile } from '../../../src/handlers/media/typeOfFile';

test.each([
  ['audio/ogg; codecs=opus', undefined, 'audio/ogg'],
  ['application/pdf', 'a.exe', 'application/pdf'],
  ['application/octet-stream', 'a.pdf', 'application/pdf'],
  [undefined, 'a.pdf', 'application/pdf'],
  ['application/octet-stream', 'a', 'application/octet-stream'],
  [undefined, undefined, 'application/octet-stream'],
])('%s with the name %s is %s', (told, name, type) => {
  expect(typeOfFile(told, name)).toBe(type);
});
