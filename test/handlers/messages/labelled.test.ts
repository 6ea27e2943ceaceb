import { labelled } from '../../../src/handlers/messages/labelled';
import { english } from './support/english';

test.each([
  [undefined, ''],
  ['CELL', ' (mobile)'],
  ['Work', ' (work)'],
  ['My *boat*', ' (My \\*boat\\*)'],
  ['constructor', ' (constructor)'],
])('what is called %s has "%s" behind it', (label, text) => {
  expect(labelled(label, english)).toBe(text);
});
