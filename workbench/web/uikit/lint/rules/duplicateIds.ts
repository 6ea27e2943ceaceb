import { isInteractive } from '../isInteractive';
import type { LintRule } from '../LintRule';

type Entry = { readonly path: string; readonly id: unknown; readonly key: string };

/** Whose clicks are told apart by their block in a message; everything else has its action id as the id of a field. */
const BY_BLOCK = new Set(['button', 'overflow', 'icon_button']);

const twice = (entries: readonly Entry[], name: string) =>
  entries
    .filter(({ id, key }, index) => id && entries.findIndex((other) => other.key === key) !== index)
    .map(({ path, id }) => ({ path, message: `The ${name} "${String(id)}" is there twice.` }));

/** Action ids are the ids of the page's fields; values of a view are kept by them. */
export const duplicateIds: LintRule = {
  id: 'duplicate-ids',
  check: ({ surface, blocks, elements }) => [
    ...twice(
      blocks.map(({ path, block }) => ({ path, id: block['blockId'], key: String(block['blockId']) })),
      'blockId',
    ),
    ...twice(
      elements
        .filter(({ element }) => isInteractive(element))
        .map(({ path, element, block }) => {
          const own = surface === 'message' && BY_BLOCK.has(element.type) ? String(block['blockId']) : '';
          return { path, id: element['actionId'], key: `${own} ${String(element['actionId'])}` };
        }),
      'actionId',
    ),
  ],
};
