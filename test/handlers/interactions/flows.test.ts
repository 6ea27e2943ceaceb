import { flows } from '../../../src/handlers/entry/interactions/flows';

test('every journey is found by the id that its stored positions carry', () => {
  for (const [id, flow] of Object.entries(flows)) expect(flow.id).toBe(id);
  expect(Object.keys(flows)).toEqual(expect.arrayContaining(['connect', 'edit', 'disconnect', 'doctor']));
});
