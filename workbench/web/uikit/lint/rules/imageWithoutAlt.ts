import type { LintRule } from '../LintRule';

/** Pictures are read out by their alternative text. */
export const imageWithoutAlt: LintRule = {
  id: 'image-without-alt',
  check: ({ blocks, elements }) =>
    [
      ...blocks.map(({ path, block }) => ({ path, image: block })),
      ...elements.map(({ path, element }) => ({ path, image: element })),
    ]
      .filter(({ image }) => image.type === 'image' && !image['altText'])
      .map(({ path }) => ({ path, message: 'An image needs an altText.' })),
};
