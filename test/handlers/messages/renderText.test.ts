import { renderText } from '../../../src/handlers/messages/renderText';
import { english } from './support/english';

test('a text keeps its marks, and what is plain stays plain', () => {
  expect(renderText({ type: 'text', body: '*bold*, 5*3*2, # not a heading' }, english)).toEqual({
    text: '*bold*, 5\\*3\\*2, # not a heading',
  });
  expect(renderText({ type: 'text', body: '*bold*\n# not a heading' }, english).text).toBe('*bold*\n\\# not a heading');
});

test.each([' \n ', '\u2800\u3164', '\u200b', ''])('a text that nothing is seen of says so: %j', (body) => {
  expect(renderText({ type: 'text', body }, english).text).toBe('Empty message');
});
