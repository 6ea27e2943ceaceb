import { renderFixture } from './support/renderFixture';

test.each([
  ['reply-button', 'Yes, please'],
  ['reply-button-cut', "I'm looking to invest in a new phone"],
  ['reply-list', 'Express'],
])('the option of %s is its full title and nothing else', (name, text) => {
  expect(renderFixture(name)).toEqual({ text });
});
