import { endpoints } from '../../../src/handlers/entry/endpoints/endpoints';

test('every address is there once', () => {
  const paths = endpoints.map(({ path }) => path);
  expect(paths).toEqual([...new Set(paths)]);
});

test('only the icon can be asked for without the installation’s hash', () => {
  expect(endpoints.filter(({ visibility }) => visibility === 'public').map(({ path }) => path)).toEqual([
    'get-sidebar-icon',
  ]);
});
