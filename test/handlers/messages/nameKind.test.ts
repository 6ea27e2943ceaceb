import { nameKind } from '../../../src/handlers/messages/nameKind';
import { english } from './support/english';

test.each([
  ['poll_creation', 'Poll'],
  ['video_note', 'Video message'],
  ['hsm', 'Template message'],
  ['revoke', 'Deletion of an earlier message'],
  ['hologram_call', 'Hologram call'],
  ['constructor', 'Constructor'],
  ['*x*', '\\*x\\*'],
])('WhatsApp’s kind %s is called "%s"', (kind, name) => {
  expect(nameKind(kind, english)).toBe(name);
});
