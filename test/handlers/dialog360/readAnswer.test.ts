import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { readAnswer } from '../../../src/handlers/dialog360/readAnswer';

describe('readAnswer', () => {
  test.each([
    ['JSON that the host parsed', { data: { a: 1 }, content: '{"a":1}' }, { json: { a: 1 } }],
    ['JSON without its content type', { data: null, content: '{"a":1}' }, { json: { a: 1 } }],
    ['JSON as bytes', { content: Buffer.from('{"a":1}') }, { json: { a: 1 } }],
    ['a text', { data: null, content: 'Bad Gateway' }, { text: 'Bad Gateway' }],
    ['a text that the host parsed from JSON', { data: 'Bad Gateway' }, { text: 'Bad Gateway' }],
    ['JSON that breaks off', { data: null, content: '{"a":' }, { text: '{"a":' }],
    ['nothing', {}, { text: '' }],
    ['null', { data: null, content: 'null' }, { text: 'null' }],
  ])('reads %s', (_case, body, answer) => {
    expect(readAnswer(body as IHttpResponse)).toEqual(answer);
  });
});
