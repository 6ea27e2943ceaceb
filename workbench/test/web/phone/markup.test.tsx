import { renderToStaticMarkup } from 'react-dom/server';
import { Markup } from '../../../web/phone/Markup';

const drawn = (text: string) => renderToStaticMarkup(<Markup text={text} />).replace(/^<div[^>]*>|<\/div>$/g, '');

test.each([
  ['*bold* _italic_ ~struck~', '<strong>bold</strong> <em>italic</em> <del>struck</del>'],
  ['*_both_*', '<strong><em>both</em></strong>'],
  ['`code` ```mono```', '<code>code</code> <code>mono</code>'],
  ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
  ['* no bold *', '* no bold *'],
  ['> quoted\nnot', '<blockquote>quoted</blockquote><br/>not'],
  ['<b>&amp;</b>', '&lt;b&gt;&amp;amp;&lt;/b&gt;'],
  [
    'See https://example.com/a?b=1.',
    'See <a href="https://example.com/a?b=1" target="_blank" rel="noopener noreferrer">https://example.com/a?b=1</a>.',
  ],
])('%j', (text, html) => {
  expect(drawn(text)).toBe(html);
});
