import { renderFlow } from '../../../../src/handlers/whatsapp/messages/renderFlow';
import { english, renderFixture } from './support/renderFixture';

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

  test('is an address, where it asks for one', () => {
    const answers = [{ path: ['in_pin_code'], values: ['400063'] }];
    expect(renderFlow({ type: 'flow', answers, isAddress: true }, english).text).toBe(
      '📬 *Delivery address*\n- In pin code: 400063',
    );
  });

  test.each([
    ['date_of_birth', '1703257240046', 'December 22, 2023 at 3:00 PM UTC'],
    ['dateOfBirth', '1989-03-16', '1989-03-16'],
    ['phone', '551155550100', '551155550100'],
  ])('shows the field %s with %s as %s', (name, value, text) => {
    const shown = renderFlow({ type: 'flow', answers: [{ path: [name], values: [value] }] }, english).text;
    expect(shown.replaceAll('\u202f', ' ').split(': ').slice(1).join(': ')).toBe(text);
  });

  test('says that it is empty, where nothing else is told', () => {
    expect(renderFlow({ type: 'flow', answers: [] }, english).text).toBe(
      '📋 *Answers to the form*\nThe form came back without answers.',
    );
  });

  test.each([
    ['its values, where they have no names', 'flow-list', '📋 *Answers to the form*\n- not, an, object'],
    ['its text, where that is no JSON', 'flow-broken', '📋 *Answers to the form*\n- {"cut":'],
    ['what the customer sees of it, where there are no answers', 'flow-empty', '📋 *Answers to the form*\nSent'],
  ])('is shown by %s', (_what, name, text) => {
    expect(renderFixture(name).text).toBe(text);
  });
});
