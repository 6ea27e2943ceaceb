import type { ActionableElement, LayoutBlock } from '@rocket.chat/ui-kit';
import type { ElementValues } from '../UiKitContext';

const partsOf = (block: LayoutBlock): readonly object[] => {
  if ('element' in block) {
    return [block.element];
  }
  return 'elements' in block ? block.elements : [];
};

/**
 * The values that a freshly opened view starts with: one for each element of `input` and `actions` blocks. Section
 * accessories have none until they are used.
 */
export function initialValues(blocks: readonly LayoutBlock[]): ElementValues {
  return Object.fromEntries(
    blocks.flatMap((block) =>
      partsOf(block)
        .filter(isActionable)
        .map((element) => [element.actionId, { value: initialValue(element), blockId: block.blockId }]),
    ),
  );
}

/** Values of an element's preset options; not every app sends a list where the type asks for one. */
const optionValues = (options: unknown): unknown =>
  Array.isArray(options)
    ? options.map((option: unknown) =>
        typeof option === 'object' && option !== null && 'value' in option ? option.value : undefined,
      )
    : undefined;

/**
 * The value an element has before a person touches it, as the client finds it: the first that is set of `initialValue`,
 * `initialTime`, `initialDate`, `initialOption`, `initialOptions`.
 */
export function initialValue(element: ActionableElement): unknown {
  const found =
    ('initialValue' in element && element.initialValue) ||
    ('initialTime' in element && element.initialTime) ||
    ('initialDate' in element && element.initialDate) ||
    ('initialOption' in element &&
      element.initialOption &&
      ('value' in element.initialOption ? element.initialOption.value : optionValues(element.initialOption))) ||
    ('initialOptions' in element && optionValues(element.initialOptions));
  return found === false || found === '' ? undefined : found;
}

/** Whether a part of a block is an element that a person can use. */
export function isActionable(element: object): element is ActionableElement {
  return 'actionId' in element && typeof element.actionId === 'string';
}

/**
 * Whether an option counts as picked, as the client asks it: by `includes` on the value, be it a list or, after a click in an
 * input, the bare string of the last toggled option.
 *
 * @throws TypeError when a toggle switch came without `initialOptions`: the client breaks there too.
 */
export function isPicked(value: unknown, option: string): boolean {
  if (typeof value === 'string') {
    return value.includes(option);
  }
  if (Array.isArray(value)) {
    return value.includes(option);
  }
  throw new TypeError(`Cannot read properties of ${String(value)} (reading 'includes')`);
}

/** Values by block id and action id, the shape in which they travel with `viewSubmit`. */
export type SubmitState = Record<string, Record<string, unknown>>;

/**
 * Groups values by block. An element whose block has no id never travels; an untouched one leaves its block's entry with an
 * undefined value, so that JSON keeps an empty object for it.
 */
export function submitState(values: ElementValues): SubmitState {
  const state: SubmitState = {};
  for (const [actionId, entry] of Object.entries(values)) {
    if (entry?.blockId) {
      state[entry.blockId] = { ...state[entry.blockId], [actionId]: entry.value };
    }
  }
  return state;
}
