import { readFlowContent } from '../../../../src/handlers/whatsapp/webhook/readFlowContent';
import { contentOf } from './support/readFixture';

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

  test('may be an address to deliver to, without the id it is saved under', () => {
    const values = { name: 'Ann', city: 'Mumbai', floor_number: '' };
    const reply = { name: 'address_message', response_json: JSON.stringify({ saved_address_id: 'a1', values }) };
    expect(readFlowContent(reply)).toEqual({
      type: 'flow',
      isAddress: true,
      answers: [
        { path: ['name'], values: ['Ann'] },
        { path: ['city'], values: ['Mumbai'] },
      ],
    });
  });

  test('name the files that were put into the form, and tell them apart', () => {
    const photos = [
      { id: '12', sha256: 'abc', mime_type: 'image/jpeg', file_name: 'a.jpg' },
      { id: '13', sha256: 'def', mime_type: 'image/jpeg', file_name: 'b.jpg' },
    ];
    const papers = { id: '14', mime_type: 'application/pdf', file_name: 'c.pdf' };
    expect(readFlowContent({ response_json: { photos, papers } })).toEqual({
      type: 'flow',
      answers: [
        { path: ['photos'], values: ['a.jpg'] },
        { path: ['photos'], values: ['b.jpg'] },
        { path: ['papers'], values: ['c.pdf'] },
      ],
      files: [
        { type: 'image', id: '12', mimeType: 'image/jpeg', filename: 'a.jpg' },
        { type: 'image', id: '13', mimeType: 'image/jpeg', filename: 'b.jpg' },
        { type: 'document', id: '14', mimeType: 'application/pdf', filename: 'c.pdf' },
      ],
    });
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
