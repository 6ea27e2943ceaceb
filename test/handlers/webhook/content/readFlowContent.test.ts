import { readFlowContent } from '../../../../src/handlers/webhook/content/readFlowContent';
import { contentOf } from '../support/contentOf';

describe('the answers of a form', () => {
  test('are read one by one, with the path to each, without the token', () => {
    const content = contentOf('flow');
    expect(content).toEqual({
      type: 'flow',
      body: 'Sent',
      answers: [
        { path: ['comment_text'], values: ['Very *good*'] },
        { path: ['screen_0_First_Name_0'], values: ['Ann'] },
        { path: ['firstVisit'], values: [true] },
        { path: ['rating'], values: [4] },
        { path: ['topics'], values: ['0_Price', '1_Delivery_time'] },
        { path: ['address', 'zipCode'], values: ['10115'] },
        { path: ['address', 'city'], values: ['Berlin'] },
      ],
    });
    expect(JSON.stringify(content)).not.toContain('secret-token');
  });

  test.each([
    ['an object in place of its text', 'flow-object', [{ path: ['size'], values: ['42'] }]],
    ['a list', 'flow-list', [{ path: [], values: ['not', 'an', 'object'] }]],
    ['a text that is no JSON', 'flow-broken', [{ path: [], values: ['{"cut": '] }]],
    ['nothing but a token', 'flow-empty', []],
  ])('may be %s', (_what, name, answers) => {
    expect(contentOf(name)).toMatchObject({ type: 'flow', answers });
  });

  test('end somewhere, however many and however deep they are', () => {
    let deep: unknown = 'end';
    for (let depth = 0; depth < 5_000; depth += 1) deep = { inner: deep };
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field_${index}`, index]));
    expect(readFlowContent({ response_json: { deep, ...many } })?.answers).toHaveLength(200);
    expect(readFlowContent({ response_json: '['.repeat(100_000) })?.answers).toHaveLength(1);
    expect(readFlowContent('x')).toBeUndefined();
  });
});
