import { pick, pickList } from '../../state/pick';
import type { Surface } from '../readBlocks';
import {
  blockNotDrawn,
  foldedActions,
  imageWithoutAlt,
  inputInMessage,
  previewTitleLost,
  propertyNotRead,
} from './blockRules';
import {
  checkboxLosesValues,
  elementNotDrawn,
  initialValueShape,
  optionValues,
  selectIncomplete,
  toggleWithoutInitialOptions,
} from './elementRules';
import { duplicateIds, missingAppId, missingIds } from './idRules';
import type { ElementPlace, Finding, LintRule, PlacedBlock, PlacedElement } from './LintRule';
import { isBlock } from './LintRule';
import { brokenLinks, messageTextHidden, textObjects } from './textRules';

/** What else is known about the blocks. */
export type LintOptions = {
  /** The text of the message that carries them. */
  readonly text?: string | undefined;
  /** Whether they were seen as the client gets them, with the ids that the server adds. */
  readonly delivered?: boolean;
  /** Rules besides the own ones. */
  readonly also?: readonly LintRule[];
};

/**
 * Looks for the traps of UIKit in the blocks of a surface: what the released client would not draw, not send, or not keep. An
 * empty list means that none is known.
 */
export function lintSurface(
  surface: Surface,
  blocks: readonly unknown[],
  options: LintOptions = {},
): readonly Finding[] {
  const placed = placeBlocks(blocks);
  const linted = {
    surface,
    blocks: placed,
    elements: placed.flatMap(placeElements),
    text: options.text,
    delivered: options.delivered ?? false,
  };
  return [...lintRules, ...(options.also ?? [])].flatMap(({ id, check }) =>
    check(linted).map((fault) => ({ rule: id, ...fault })),
  );
}

/** Every rule of the linter. */
const lintRules: readonly LintRule[] = [
  blockNotDrawn,
  brokenLinks,
  checkboxLosesValues,
  duplicateIds,
  elementNotDrawn,
  foldedActions,
  imageWithoutAlt,
  initialValueShape,
  inputInMessage,
  messageTextHidden,
  missingAppId,
  missingIds,
  optionValues,
  previewTitleLost,
  propertyNotRead,
  selectIncomplete,
  textObjects,
  toggleWithoutInitialOptions,
];

/** The blocks that this client draws, conditionals unwrapped. */
function placeBlocks(blocks: readonly unknown[]): readonly PlacedBlock[] {
  return blocks.flatMap((block, index): readonly PlacedBlock[] => {
    const path = `blocks[${index}]`;
    if (!isBlock(block)) {
      return [];
    }
    if (block.type !== 'conditional') {
      return [{ path, block }];
    }
    const engines = pickList(block, 'when', 'engine');
    return engines.length > 0 && !engines.includes('rocket.chat')
      ? []
      : pickList(block, 'render').flatMap((inner, at) =>
          isBlock(inner) ? [{ path: `${path}.render[${at}]`, block: inner }] : [],
        );
  });
}

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
function placeElements({ path, block }: PlacedBlock): readonly PlacedElement[] {
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
