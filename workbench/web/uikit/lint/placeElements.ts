import { pick, pickList } from '../../state/pick';
import { isBlock } from './isBlock';
import type { PlacedBlock } from './PlacedBlock';
import type { ElementPlace, PlacedElement } from './PlacedElement';

const LISTS: Readonly<Record<string, readonly [field: string, place: ElementPlace]>> = {
  actions: ['elements', 'actions'],
  context: ['elements', 'context'],
  tab_navigation: ['tabs', 'tabs'],
};

const SINGLES: Readonly<Record<string, readonly [field: string, place: ElementPlace]>> = {
  input: ['element', 'input'],
  section: ['accessory', 'accessory'],
  callout: ['accessory', 'callout'],
};

const TEXTS = new Set(['plain_text', 'mrkdwn']);

/** The elements of a block, texts aside. */
export function placeElements({ path, block }: PlacedBlock): readonly PlacedElement[] {
  const [list, place = 'actions'] = LISTS[block.type] ?? [];
  const [single, singlePlace = 'input'] = SINGLES[block.type] ?? [];
  const found: { readonly path: string; readonly element: unknown; readonly place: ElementPlace }[] = [
    ...(list ? pickList(block, list).map((element, at) => ({ path: `${path}.${list}[${at}]`, element, place })) : []),
    ...(single ? [{ path: `${path}.${single}`, element: pick(block, single), place: singlePlace }] : []),
    ...pickList(block, 'rows').map((row, at) => ({
      path: `${path}.rows[${at}].action`,
      element: pick(row, 'action'),
      place: 'info_card' as const,
    })),
  ];
  return found.flatMap(({ element, ...rest }) =>
    isBlock(element) && !TEXTS.has(element.type) ? [{ ...rest, element, block }] : [],
  );
}
