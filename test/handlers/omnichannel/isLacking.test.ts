import { isLacking } from '../../../src/handlers/omnichannel/isLacking';

test.each([
  ['Invalid accessor method "resolveVisitor"', true],
  ['creator.resolveVisitor is not a function', true],
  ['Method not implemented.', true],
  ['Method not found', true],
  ['error-action-not-allowed: license required', true],
  ['MongoNetworkTimeoutError: connection timed out', false],
  ['Request "x" for method "y" timed out after 30000ms', false],
  ['error-invalid-contact', false],
])('"%s" means that a server lacks something: %s', (message, lacking) => {
  expect(isLacking(new Error(message))).toBe(lacking);
  expect(isLacking(message)).toBe(lacking);
});
