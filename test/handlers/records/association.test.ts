import { association } from '../../../src/handlers/core/records/association';

test('every kind of association has ids of its own', () => {
  expect(association('install').getID()).toBe('install');
  expect(association('number', '1').getID()).toBe('number:1');
  expect(association('entry', '1').getID()).not.toBe(association('minute', '1').getID());
  expect(association('numbers').getModel()).toBe('misc');
});
