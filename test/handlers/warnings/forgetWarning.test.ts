import { association } from '../../../src/handlers/core/records/association';
import { forgetWarning } from '../../../src/handlers/numbers/warnings/forgetWarning';
import { fakeHost } from '../../support/fakeHost';

test('only the warning that is well again is forgotten', async () => {
  const { host, store } = fakeHost();
  for (const occasion of ['a', 'a b']) {
    await host.persistence.createWithAssociation({ occasion }, association('warning', occasion));
  }
  await forgetWarning(host, 'a');
  await forgetWarning(host, 'unknown');
  expect(store.records).toEqual([{ occasion: 'a b' }]);
});
