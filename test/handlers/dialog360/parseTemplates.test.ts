import { parseTemplates } from '../../../src/handlers/dialog360/parseTemplates';

const record = { name: 'hello', language: 'en_US' };

describe('parseTemplates', () => {
  test('reads a full record', () => {
    const { templates, skipped } = parseTemplates([
      {
        ...record,
        id: 17,
        status: 'approved',
        category: 'utility',
        parameter_format: 'NAMED',
        rejected_reason: 'NONE',
        quality_score: { score: 'green', date: 1 },
        namespace: 'ns',
        components: [
          { type: 'header', format: 'text', text: 'Hi {{name}}', example: { header_text: ['Ann'] } },
          { type: 'BODY', text: 'Welcome' },
          { type: 'BUTTONS', buttons: [{ type: 'quick_reply', text: 'Yes', extra: 1 }] },
        ],
      },
    ]);
    expect(skipped).toBe(0);
    expect(templates).toEqual([
      {
        id: '17',
        name: 'hello',
        language: 'en_US',
        status: 'APPROVED',
        category: 'UTILITY',
        parameterFormat: 'NAMED',
        rejectedReason: undefined,
        quality: 'GREEN',
        namespace: 'ns',
        components: [
          { type: 'HEADER', format: 'TEXT', text: 'Hi {{name}}', example: { header_text: ['Ann'] } },
          { type: 'BODY', text: 'Welcome' },
          { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes', extra: 1 }] },
        ],
      },
    ]);
  });

  test.each([
    ['nothing besides name and language', {}, { status: 'UNKNOWN', components: [], category: undefined }],
    ['a status of a new kind', { status: 'in_orbit' }, { status: 'IN_ORBIT' }],
    ['a reason', { status: 'REJECTED', rejected_reason: 'INVALID_FORMAT' }, { rejectedReason: 'INVALID_FORMAT' }],
    ['a quality as text', { quality_score: 'Yellow' }, { quality: 'YELLOW' }],
    ['a language as an object', { language: { code: 'pt_BR', policy: 'deterministic' } }, { language: 'pt_BR' }],
    [
      'broken components',
      { components: [null, { type: 'BODY' }, { text: 'x' }, 'y'] },
      { components: [{ type: 'BODY' }] },
    ],
    ['components of another kind', { components: 'x' }, { components: [] }],
    [
      'a component nobody knows',
      { components: [{ type: 'hologram', depth: 3 }] },
      { components: [{ type: 'HOLOGRAM', depth: 3 }] },
    ],
    ['fields of other kinds', { id: null, category: 5, namespace: null }, { id: undefined, category: undefined }],
  ])('reads a record with %s', (_case, more, expected) => {
    expect(parseTemplates([{ ...record, ...more }]).templates).toMatchObject([expected]);
  });

  test('leaves out what nobody could send, and counts it', () => {
    const list = parseTemplates([record, { name: 'x' }, { language: 'en' }, null, 'text', { ...record, name: '' }]);
    expect(list).toMatchObject({ templates: [{ name: 'hello' }], skipped: 5 });
  });
});
