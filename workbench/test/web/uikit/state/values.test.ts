import type { ActionableElement, LayoutBlock } from '@rocket.chat/ui-kit';
import { initialValue, initialValues, isPicked, submitState } from '../../../../web/uikit/state/elementValues';
import { normaliseErrors } from '../../../../web/uikit/interactions/readServerAnswer';

const option = (value: string) => ({ value, text: { type: 'plain_text', text: value } });
const element = (fields: object) => ({ type: 'any', actionId: 'a', ...fields }) as unknown as ActionableElement;

describe('the value of an element before it is touched', () => {
  test.each([
    [{ initialValue: 'x' }, 'x'],
    [{ initialValue: 4 }, 4],
    [{ initialDate: '2026-11-24' }, '2026-11-24'],
    [{ initialTime: '09:30' }, '09:30'],
    [{ initialOption: option('x') }, 'x'],
    [{ initialOptions: [option('x'), option('y')] }, ['x', 'y']],
    [{ initialOptions: [] }, []],
    [{ initialOption: [option('x')] }, ['x']],
    [{ initialValue: '' }, undefined],
    [{}, undefined],
  ])('%j is %j', (fields, value) => {
    expect(initialValue(element(fields))).toEqual(value);
  });
});

test('a view begins with the values of inputs and actions, not of accessories', () => {
  const blocks = [
    { type: 'input', blockId: 'i', element: element({ actionId: 'field', initialValue: 'x' }) },
    { type: 'actions', blockId: 'b', elements: [element({ actionId: 'button' })] },
    { type: 'section', blockId: 's', accessory: element({ actionId: 'accessory', initialValue: 'y' }) },
  ] as unknown as LayoutBlock[];
  expect(initialValues(blocks)).toEqual({
    field: { value: 'x', blockId: 'i' },
    button: { value: undefined, blockId: 'b' },
  });
});

test('values travel by block and action; those without a block do not', () => {
  const state = submitState({
    a: { value: 1, blockId: 'x' },
    b: { value: 2, blockId: 'x' },
    c: { value: undefined, blockId: 'y' },
    d: { value: 3 },
  });
  expect(JSON.parse(JSON.stringify(state))).toEqual({ x: { a: 1, b: 2 }, y: {} });
});

test('an option is picked by `includes`, in a list or inside of a text; nothing at all breaks', () => {
  expect(isPicked(['park'], 'park')).toBe(true);
  expect(isPicked('parking', 'park')).toBe(true);
  expect(isPicked([], 'park')).toBe(false);
  expect(() => isPicked(undefined, 'park')).toThrow(TypeError);
});

test.each([
  [{ a: 'No' }, { a: 'No' }],
  [[{ a: 'No' }, { b: 'Never' }], { a: 'No', b: 'Never' }],
  [{ a: 1 }, {}],
  [undefined, {}],
])('errors %j are read as %j', (errors, read) => {
  expect(normaliseErrors(errors)).toEqual(read);
});
