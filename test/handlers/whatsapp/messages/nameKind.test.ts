import { describeContent, humaniseName, nameKind } from '../../../../src/handlers/whatsapp/messages/nameKind';
import { contentOf } from '../webhook/support/readFixture';
import { english } from './support/renderFixture';

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

test.each([
  ['image', 'Photo'],
  ['voice', 'Voice message'],
  ['audio', 'Audio file'],
  ['document', 'Document'],
  ['sticker', 'Sticker'],
  ['location', 'Location'],
  ['order', 'Order'],
  ['flow', 'Answer to a form or a request'],
  ['reply-button', 'Tap on a button'],
  ['text', 'Text'],
])('the content of %s is called "%s"', (name, words) => {
  expect(describeContent(contentOf(name), english)).toBe(words);
});

test.each([
  ['comment_text', 'Comment text'],
  ['firstName', 'First name'],
  ['screen_0_First_Name_0', 'First name'],
  ['zip-code', 'Zip code'],
  ['orderID', 'Order ID'],
  ['nome_do_bebê', 'Nome do bebê'],
  ['名前', '名前'],
  ['_', '_'],
])('the field %s is called "%s"', (name, words) => {
  expect(humaniseName(name)).toBe(words);
});
