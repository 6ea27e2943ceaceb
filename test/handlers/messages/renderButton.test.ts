import { renderButton } from '../../../src/handlers/messages/renderButton';
import { english } from './support/english';

test.each([
  ['Stop promotions', 'Stop promotions'],
  ['*Not* bold', '\\*Not\\* bold'],
  ['# no heading', '\\# no heading'],
])('the quick reply "%s" is its words and nothing else', (text, shown) => {
  expect(renderButton({ type: 'button', text }, english)).toEqual({ text: shown });
});
