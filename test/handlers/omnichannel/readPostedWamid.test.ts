import { readPostedWamid } from '../../../src/handlers/omnichannel/readPostedWamid';

test.each([
  [{ customFields: { whatsapp: { wamid: 'w' }, other: 1 } }, 'w'],
  [{ customFields: { whatsapp: { wamid: 7 } } }, undefined],
  [{ customFields: null }, undefined],
  [{}, undefined],
  [undefined, undefined],
])('of %j the wamid is %s', (message, wamid) => {
  expect(readPostedWamid(message)).toBe(wamid);
});
