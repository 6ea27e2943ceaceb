import { fullTitle } from '../../../src/handlers/messages/fullTitle';

describe('the full title of an option', () => {
  test.each([
    [
      'stands in the id, when the title was cut',
      "I'm looking to in...",
      "I'm looking to invest",
      "I'm looking to invest",
    ],
    [
      'stands in the id, when the title was cut with one sign',
      'Call me back at…',
      'Call me back at noon',
      'Call me back at noon',
    ],
    ['is the title, when the id is another text', 'More...', 'option_7', 'More...'],
    ['is the title, when it was not cut', 'Yes', 'Yes, please', 'Yes'],
    ['is the title, when there is no id', 'More...', undefined, 'More...'],
    ['is the title, when it is nothing but dots', '...', '... and so on', '...'],
  ])('%s', (_what, title, id, full) => {
    expect(fullTitle(title, id)).toBe(full);
  });
});
