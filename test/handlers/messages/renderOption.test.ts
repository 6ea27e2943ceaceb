import { renderOption } from '../../../src/handlers/messages/renderOption';
import { english } from './support/english';
import { renderFixture } from './support/renderFixture';

test.each([
  ['reply-button', 'Yes, please'],
  ['reply-button-cut', "I'm looking to invest in a new phone"],
])('the option of %s is its full title and nothing else', (name, text) => {
  expect(renderFixture(name)).toEqual({ text });
});

test('what stood below the title of a row is attached, so that a bot reads the title alone', () => {
  expect(renderFixture('reply-list')).toEqual({ text: 'Express', attachments: [{ text: 'Next day' }] });
});

test('a description that the title says already is not said again', () => {
  const option = {
    type: 'option',
    title: 'Next day…',
    id: 'Next day, before noon',
    description: 'before noon',
  } as const;
  expect(renderOption(option, english)).toEqual({ text: 'Next day, before noon' });
});
