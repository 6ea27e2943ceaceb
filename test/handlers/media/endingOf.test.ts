import { endingOf } from '../../../src/handlers/media/endingOf';

test.each([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['video/mp4', 'mp4'],
  ['video/3gpp', '3gp'],
  ['video/quicktime', 'mov'],
  ['audio/aac', 'aac'],
  ['audio/amr', 'amr'],
  ['audio/mpeg', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['audio/ogg; codecs=opus', 'ogg'],
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.ms-excel', 'xls'],
  ['text/plain', 'txt'],
])('files of the type %s end with .%s', (type, ending) => {
  expect(endingOf(type)).toBe(ending);
});

test.each(['application/octet-stream', 'nonsense', ''])('the type %j has no ending', (type) => {
  expect(endingOf(type)).toBeUndefined();
});
