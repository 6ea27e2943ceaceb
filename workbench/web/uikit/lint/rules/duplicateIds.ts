import { isInteractive } from '../isInteractive';
import type { LintRule } from '../LintRule';

/** Action ids are the ids of the page's fields; values of a view are kept by them. */
export const duplicateIds: LintRule = {
  id: 'duplicate-ids',
  check: ({ blocks, elements }) => {
    const twice = (entries: readonly { readonly path: string; readonly id: unknown }[], name: string) =>
      entries
        .filter(({ id }, index) => id && entries.findIndex((other) => other.id === id) !== index)
        .map(({ path, id }) => ({ path, message: `The ${name} "${String(id)}" is there twice.` }));
    return [
      ...twice(
        blocks.map(({ path, block }) => ({ path, id: block['blockId'] })),
        'blockId',
      ),
      ...twice(
        elements
          .filter(({ element }) => isInteractive(element))
          .map(({ path, element }) => ({ path, id: element['actionId'] })),
        'actionId',
      ),
    ];
  },
};
