import { logInSteps } from '../../../src/flows/setupFlow';
import { sayKeys } from '../../support/sayKeys';

test('with an account there are seven steps to a key, and the hub and the documentation are linked', () => {
  const { intro, steps } = logInSteps(sayKeys);
  expect(intro).toContain('https://docs.360dialog.com');
  expect(steps).toHaveLength(7);
  expect(steps[0]).toContain('https://hub.360dialog.com');
});
