import { textInput } from '../../../src/blocks/elements';
import { drawing } from '../../support/drawing';
import { expectWellDrawn } from '../../support/expectWellDrawn';

describe('a field for text', () => {
  test('has a label and nothing that was not asked for', () => {
    const field = textInput(drawing, { id: 'apiKey', label: 'Key', value: '', placeholder: '' });
    expectWellDrawn([field]);
    expect(field).toEqual({
      type: 'input',
      appId: 'app-id',
      blockId: 'apiKey',
      label: { type: 'plain_text', text: 'Key' },
      element: { type: 'plain_text_input', appId: 'app-id', blockId: 'apiKey', actionId: 'apiKey' },
    });
  });

  test('keeps what was typed, with a hint below and room for lines', () => {
    const facts = { id: 'text', label: 'Text', hint: 'Why', placeholder: 'What', value: 'typed', multiline: true };
    const field = textInput(drawing, facts);
    expectWellDrawn([field]);
    expect(field).toMatchObject({
      hint: { type: 'plain_text', text: 'Why' },
      element: { placeholder: { type: 'plain_text', text: 'What' }, initialValue: 'typed', multiline: true },
    });
  });
});
