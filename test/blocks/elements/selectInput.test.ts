import { selectInput } from '../../../src/blocks/elements';
import { drawing } from '../../support/drawing';
import { expectWellDrawn } from '../../support/expectWellDrawn';

const facts = {
  id: 'departmentId',
  label: 'Department',
  placeholder: 'Choose',
  choices: [
    { value: 'none', text: 'None' },
    { value: 'd1', text: 'Sales' },
  ],
};

describe('a field with one choice', () => {
  test('lists its choices and shows the chosen one', () => {
    const field = selectInput(drawing, { ...facts, value: 'd1', hint: 'Why' });
    expectWellDrawn([field]);
    expect(field.element).toMatchObject({
      type: 'static_select',
      options: [{ value: 'none' }, { value: 'd1', text: { type: 'plain_text', text: 'Sales' } }],
      initialOption: { value: 'd1' },
      initialValue: 'd1',
    });
  });

  test.each([undefined, 'a department that is gone'])('chooses nothing for %s', (value) => {
    const field = selectInput(drawing, { ...facts, value });
    expectWellDrawn([field]);
    expect(Object.keys(field.element)).not.toContain('initialValue');
  });
});
