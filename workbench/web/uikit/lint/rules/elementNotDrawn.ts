import { elementPlaces } from '../elementPlaces';
import type { LintRule } from '../LintRule';

/** Some element types have no method in the client, others are not made for their place. */
export const elementNotDrawn: LintRule = {
  id: 'element-not-drawn',
  check: ({ elements }) =>
    elements.flatMap(({ path, element, place }) => {
      const places = elementPlaces[element.type];
      if (!places) {
        return [{ path, message: `The client does not draw "${element.type}".` }];
      }
      return places.includes(place) ? [] : [{ path, message: `"${element.type}" is not made for ${place}.` }];
    }),
};
