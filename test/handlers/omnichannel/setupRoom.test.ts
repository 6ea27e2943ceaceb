import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { isArchived } from '../../../src/handlers/omnichannel/setupRoom';

test.each([
  [true, { archived: true }],
  [true, { isArchived: true }],
  [true, { _unmappedProperties_: { archived: true, ro: false } }],
  [false, {}],
  [false, { archived: false, isArchived: false, _unmappedProperties_: { archived: false } }],
  [false, { archived: null, _unmappedProperties_: null }],
])('it is %s that %j is archived', (outcome, room) => {
  expect(isArchived(room as unknown as IRoom)).toBe(outcome);
});
