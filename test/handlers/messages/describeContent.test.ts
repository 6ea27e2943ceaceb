import { describeContent } from '../../../src/handlers/messages/describeContent';
import { contentOf } from '../webhook/support/contentOf';
import { english } from './support/english';

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
