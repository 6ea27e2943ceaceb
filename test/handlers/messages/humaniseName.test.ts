import { humaniseName } from '../../../src/handlers/messages/humaniseName';

test.each([
  ['comment_text', 'Comment text'],
  ['firstName', 'First name'],
  ['screen_0_First_Name_0', 'First name'],
  ['zip-code', 'Zip code'],
  ['orderID', 'Order ID'],
  ['nome_do_bebê', 'Nome do bebê'],
  ['名前', '名前'],
  ['_', '_'],
])('the field %s is called "%s"', (name, words) => {
  expect(humaniseName(name)).toBe(words);
});
