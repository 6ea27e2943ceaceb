import fc from 'fast-check';
import { numberForm as drawNumberForm } from '../../../src/blocks/numberForm';
import { readNumberForm } from '../../../src/handlers/entry/interactions/readNumberForm';
import type { NumberForm } from '../../../src/machines/numberForm';
import { drawing } from '../../support/drawing';
import { numberForm } from '../../support/numberForm';

const empty = numberForm({ apiKey: '', phoneNumber: '' });

/** A form as a view's state has it. */
const stateOf = (form: object) => Object.fromEntries(Object.entries(form).map(([id, value]) => [id, { [id]: value }]));

describe('what was typed into the form', () => {
  test('is read field by field', () => {
    const text = fc.string().map((typed) => typed.trim());
    const forms = fc.record<NumberForm>({
      apiKey: text,
      phoneNumber: text,
      departmentId: text,
      welcomeMessage: text,
      finishedMessage: text,
      offlineMessage: text,
    });
    fc.assert(fc.property(forms, (form) => expect(readNumberForm({ state: stateOf(form) })).toEqual(form)));
  });

  test('is as the modal showed it where a field was not touched since it was drawn anew', () => {
    const context = { form: numberForm({ apiKey: 'shown', phoneNumber: '55', welcomeMessage: 'Hi' }) };
    const state = stateOf({ apiKey: 'typed', welcomeMessage: '' });
    expect(readNumberForm({ state }, context)).toMatchObject({
      apiKey: 'typed',
      phoneNumber: '55',
      welcomeMessage: '',
    });
  });

  test('has the key of before where its field was drawn empty and stayed empty', () => {
    const context = { form: numberForm({ apiKey: 'typed before' }) };
    const { blocks } = drawNumberForm(drawing, { editing: false, departments: [], problems: {}, ...context });
    expect(JSON.stringify(blocks)).not.toContain('typed before');
    const read = (apiKey: unknown, shown: readonly unknown[]) =>
      readNumberForm({ state: { apiKey: { apiKey } }, blocks: shown }, context).apiKey;
    expect(read('', blocks)).toBe('typed before');
    expect(read(null, blocks)).toBe('typed before');
    expect(read('another', blocks)).toBe('another');
    // The form of the first time: who empties its field means that.
    expect(read('', [])).toBe('');
  });

  test('is empty where a field was not touched', () => {
    expect(readNumberForm({ state: { apiKey: { apiKey: 'k' } } })).toEqual({ ...empty, apiKey: 'k' });
  });

  test.each([
    ['an emptied field', { apiKey: { apiKey: null }, phoneNumber: { phoneNumber: '55' } }],
    ['a field of another type', { apiKey: { apiKey: ['k'] }, phoneNumber: { phoneNumber: '55' } }],
    ['a field that is no object', { apiKey: 'k', phoneNumber: { phoneNumber: '55' } }],
    ['a null field', { apiKey: null, phoneNumber: { phoneNumber: '55' } }],
    ['a field of somebody else', { other: { other: 1 }, phoneNumber: { phoneNumber: '55' } }],
  ])('keeps the other fields beside %s', (_what, state) => {
    expect(readNumberForm({ state })).toEqual({ ...empty, phoneNumber: '55' });
  });

  test('is empty for a state that is none', () => {
    fc.assert(
      fc.property(fc.anything(), (state) => expect(Object.keys(readNumberForm({ state }))).toEqual(Object.keys(empty))),
    );
    for (const state of [undefined, null, 'text', 7, []]) expect(readNumberForm({ state })).toEqual(empty);
  });
});
