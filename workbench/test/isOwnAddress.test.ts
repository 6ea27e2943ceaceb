import { isOwnAddress } from '../src/pointAtSimulator';

describe('an address of this machine itself', () => {
  test.each(['http://127.0.0.1:3000', 'http://127.0.0.1', 'http://localhost:80/'])('is %s', (url) => {
    expect(isOwnAddress(url)).toBe(true);
  });

  test.each([
    '',
    'https://chat.example.org',
    'https://localhost:3000',
    'http://127.0.0.1.example.org',
    'http://localhost:3000/a',
  ])('is not %p', (url) => {
    expect(isOwnAddress(url)).toBe(false);
  });
});
