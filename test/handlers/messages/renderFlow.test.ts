import { renderFixture } from './support/renderFixture';

describe('a filled-in form', () => {
  test('is shown by its answers', () => {
    expect(renderFixture('flow').text.split('\n')).toEqual([
      '📋 *Answers to the form*',
      '- Comment text: Very \\*good\\*',
      '- First name: Ann',
      '- First visit: Yes',
      '- Rating: 4',
      '- Topics: Price, Delivery time',
      '- Address › Zip code: 10115',
      '- Address › City: Berlin',
    ]);
  });

  test.each([
    ['its values, where they have no names', 'flow-list', '📋 *Answers to the form*\n- not, an, object'],
    ['its text, where that is no JSON', 'flow-broken', '📋 *Answers to the form*\n- {"cut":'],
    ['what the customer sees of it, where there are no answers', 'flow-empty', '📋 *Answers to the form*\nSent'],
  ])('is shown by %s', (_what, name, text) => {
    expect(renderFixture(name).text).toBe(text);
  });
});
