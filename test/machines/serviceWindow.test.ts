import { serviceWindow } from '../../src/machines/serviceWindow';
import type { ServiceWindowEvent } from '../../src/machines/serviceWindow';
import { describePaths } from '../support/describePaths';
import { play } from '../support/play';

const wrote: ServiceWindowEvent = { type: 'CUSTOMER_WROTE' };
const passed: ServiceWindowEvent = { type: 'DAY_PASSED' };

describe('the customer service window', () => {
  describePaths({ machine: serviceWindow, events: [wrote, passed], endless: 'a customer may always write again' });

  test.each<[string, ServiceWindowEvent[]]>([
    ['unknown', []],
    ['open', [wrote]],
    ['open', [wrote, wrote]],
    ['closed', [wrote, passed]],
    ['closed', [passed]],
    ['closed', [passed, passed]],
    ['open', [wrote, passed, wrote]],
  ])('is %s after %j', (state, events) => {
    expect(play(serviceWindow, events).at).toBe(state);
  });
});
